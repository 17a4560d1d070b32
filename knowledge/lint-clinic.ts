// Rules for clinic.json that its shape cannot see: telephone numbers that can be dialled, a time zone that exists.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Clinic } from './schema.ts'
import type { Finding, Source } from './sources.ts'

const NUMBERS = ['phone', 'textNumber', 'afterHours'] as const

/** What a digit too few or too many would cost: every reply ends with this number. */
export function lintClinic(clinic: Source<Clinic>): readonly Finding[] {
  const { timeZone } = clinic.content
  const report = (name: string, what: string, instead: string, severity: Finding['severity'] = 'error'): Finding => ({
    ...{ severity, file: clinic.file, line: clinic.line([name]), what, instead },
  })
  const found = NUMBERS.flatMap((name) => {
    const written = clinic.content[name]
    if (written === undefined) return []
    const number = parsePhoneNumberFromString(written)
    const said = `"${name}": "${written}"`
    if (!number?.isPossible()) {
      const what = `${said} is no telephone number: a digit is missing or too many`
      return report(name, what, 'write all of it with its country, like "+15615550100"')
    }
    if (!number.isValid())
      return report(
        name,
        `${said} is in no range of numbers we know of`,
        'call it from a phone before going live',
        'note',
      )
    return []
  })
  return isTimeZone(timeZone)
    ? found
    : [...found, report('timeZone', `"timeZone": "${timeZone}" is not known`, 'write a name like "America/New_York"')]
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}
