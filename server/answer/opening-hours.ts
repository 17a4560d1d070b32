// Tells whether the clinic is open at a given moment, in its own time zone, and when that changes next.
import { Temporal } from 'temporal-polyfill'
import type { Clinic, Weekday } from '../../knowledge/schema.ts'

/** The part of clinic.json that opening hours are read from. */
export type Timetable = Pick<Clinic, 'hours' | 'closures' | 'timeZone'>

export type OpeningState =
  /** `until`: `null` when nothing closes within the horizon (open round the clock). */
  | { readonly open: true; readonly until: Temporal.ZonedDateTime | null }
  /** `opens`: `null` when nothing opens within the horizon. `closure`: today is a closed day of `closures`. */
  | { readonly open: false; readonly opens: Temporal.ZonedDateTime | null; readonly closure: Closure | null }

type Closure = Clinic['closures'][number]
type OpenSpan = NonNullable<NonNullable<Clinic['hours']>[Weekday]>[number]

// As far ahead as "opens on …" is worth saying; also ends the search when every day is closed.
const HORIZON_DAYS = 60
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Spans of local time the clinic is open on one date, closures taken into account. Empty: closed all day. */
export function openSpansOn(timetable: Timetable, date: Temporal.PlainDate): readonly OpenSpan[] {
  const closure = closureOn(timetable, date)
  if (closure) return inOrder(closure.open ?? [])
  return inOrder(timetable.hours?.[weekdayOf(date)] ?? [])
}

export function weekdayOf(date: Temporal.PlainDate): Weekday {
  // `dayOfWeek` is 1 (Monday) … 7 (Sunday).
  return WEEKDAYS[date.dayOfWeek - 1] ?? 'monday'
}

/**
 * Open or closed at `now`, and until when. `null` when the clinic has not configured its hours.
 *
 * Local times are turned into instants day by day, so that a day of 23 or 25 hours is right: a time that the clocks
 * skip moves forward, a time that happens twice means its first occurrence (Temporal's "compatible").
 */
export function openingState(timetable: Timetable, now: Date): OpeningState | null {
  if (!timetable.hours) return null
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timetable.timeZone)
  const today = at.toPlainDate()
  let until: Temporal.ZonedDateTime | null = null
  for (let day = 0; day <= HORIZON_DAYS; day++) {
    const date = today.add({ days: day })
    for (const span of openSpansOn(timetable, date)) {
      const from = instantOf(date, span.from, timetable.timeZone)
      const to = endOf(date, span.to, timetable.timeZone)
      if (isBefore(to, at) || to.equals(at)) continue
      if (until === null && isBefore(at, from)) {
        return { open: false, opens: from, closure: fullClosureOn(timetable, today) }
      }
      // A span that starts where the last one ended is the same opening: a night split over two days.
      if (until !== null && isBefore(until, from)) return { open: true, until }
      until = to
    }
  }
  if (until === null) return { open: false, opens: null, closure: fullClosureOn(timetable, today) }
  return { open: true, until: isBefore(until, at.add({ days: HORIZON_DAYS })) ? until : null }
}

function closureOn(timetable: Timetable, date: Temporal.PlainDate): Closure | null {
  const iso = date.toString()
  return timetable.closures.find((closure) => closure.date === iso) ?? null
}

function fullClosureOn(timetable: Timetable, date: Temporal.PlainDate): Closure | null {
  const closure = closureOn(timetable, date)
  return closure && (closure.open ?? []).length === 0 ? closure : null
}

function instantOf(date: Temporal.PlainDate, clockTime: string, timeZone: string): Temporal.ZonedDateTime {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(clockTime) })
}

/** clinic.json cannot write 24:00, so 23:59 stands for the end of the day. */
function endOf(date: Temporal.PlainDate, clockTime: string, timeZone: string): Temporal.ZonedDateTime {
  return clockTime === '23:59'
    ? date.add({ days: 1 }).toZonedDateTime({ timeZone })
    : instantOf(date, clockTime, timeZone)
}

function isBefore(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(a, b) < 0
}

function inOrder(spans: readonly OpenSpan[]): readonly OpenSpan[] {
  return [...spans].sort((a, b) => a.from.localeCompare(b.from))
}
