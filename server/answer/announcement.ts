// The clinic's line for today, from clinic.json: "Closed for the storm", until and including the day it names.
import { Temporal } from 'temporal-polyfill'
import type { Clinic } from '../../knowledge/schema.ts'
import type { Lang } from '../contract.ts'

/** `null`: there is none, or its last day is over in the clinic's time zone. */
export function announcementOn({ announcement, timeZone }: Clinic, lang: Lang, now: Date): string | null {
  if (!announcement) return null
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const isOver = announcement.until !== undefined && today.toString() > announcement.until
  return isOver ? null : announcement[lang]
}
