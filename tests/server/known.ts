// The clinic and the copy the server's tests speak with: the real copy files, and a clinic with hours to try.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Clinic } from '../../knowledge/schema.ts'
import { clinicFile, copyFile } from '../../knowledge/schema.ts'
import type { Lang } from '../../server/contract.ts'

function copyOf(lang: Lang): Record<string, string> {
  const source = readFileSync(new URL(`../../knowledge/copy/${lang}.yaml`, import.meta.url), 'utf8')
  const copy = copyFile.parse(parse(source))
  return Object.fromEntries(Object.entries(copy).map(([key, { text }]) => [key, text]))
}

export const copy = { en: copyOf('en'), es: copyOf('es') }

/** A clinic in Florida, weekdays 9 to 5, with whatever a test changes. */
export function clinicWith(changes: Readonly<Record<string, unknown>> = {}): Clinic {
  const nineToFive = [{ from: '09:00', to: '17:00' }]
  return clinicFile.parse({
    name: 'Test Wellness',
    phone: '+15615550100',
    timeZone: 'America/New_York',
    hours: {
      monday: nineToFive,
      tuesday: nineToFive,
      wednesday: nineToFive,
      thursday: nineToFive,
      friday: nineToFive,
    },
    ...changes,
  })
}
