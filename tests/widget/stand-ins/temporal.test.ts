// Opening hours worked out with the stand-in are those worked out with Temporal itself, the days of change included.
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { standIn } from '../../../widget/stand-ins/temporal.ts'

/** The part of Temporal that the stand-in has. */
type Clock = Pick<typeof Temporal, 'PlainDate' | 'PlainTime' | 'ZonedDateTime' | 'Instant'>

const ZONES = ['America/New_York', 'America/Phoenix', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC']
const TIMES = ['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '03:00', '09:00', '23:30']

/** Everything that opening hours ask of one day. */
function dayOf({ PlainDate, PlainTime, ZonedDateTime, Instant }: Clock, iso: string, timeZone: string) {
  const date = PlainDate.from(iso)
  const midnight = date.toZonedDateTime({ timeZone })
  const noon = Instant.fromEpochMilliseconds(Date.parse(`${iso}T12:00Z`)).toZonedDateTimeISO(timeZone)
  const clock = (at: Temporal.ZonedDateTime) =>
    `${at.toPlainDate()} ${at.toPlainTime().hour}:${at.toPlainTime().minute}`
  return [
    [date.dayOfWeek, date.year, date.month, date.day, `${date.add({ days: 20 })}`, `${date.subtract({ days: 40 })}`],
    [date.until(date.add({ days: 9 })).days, PlainDate.compare(date, date.add({ days: 1 })), noon.timeZoneId],
    [clock(midnight), clock(noon), clock(noon.add({ days: 60 })), ZonedDateTime.compare(midnight, noon)],
    TIMES.map((time) => {
      const at = date.toZonedDateTime({ timeZone, plainTime: PlainTime.from(time) })
      return [clock(at), ZonedDateTime.compare(at, midnight), at.equals(midnight)]
    }),
  ]
}

describe('the stand-in for Temporal', () => {
  test.each(ZONES)('agrees with it on every day of two years in %s', (timeZone) => {
    const begin = Date.UTC(2026, 0, 1)
    for (let day = 0; day < 731; day++) {
      const iso = new Date(begin + day * 86_400_000).toISOString().slice(0, 10)
      const own = dayOf(standIn as unknown as Clock, iso, timeZone) // the part that opening hours use
      expect(own, `${iso} ${timeZone}`).toEqual(dayOf(Temporal, iso, timeZone))
    }
  })
})
