// Puts opening hours into words, in the visitor's language: "Open now until 5:00 PM", "Closed now. Opens Monday at 9:00 AM".
import { Temporal } from 'temporal-polyfill'
import type { Clinic } from '../../knowledge/schema.ts'
import type { Lang } from '../contract.ts'
import type { OpeningState, Timetable } from './opening-hours.ts'
import { openSpansOn } from './opening-hours.ts'
import type { Say } from './say.ts'

/** One line for a handoff. No full stop at its end: it stands alone. */
export function hoursLabel(state: OpeningState, now: Date, lang: Lang, say: Say): string {
  if (state.open) {
    return state.until === null
      ? say('hours-open', lang)
      : say('hours-open-until', lang, { time: timeLabel(state.until.toPlainTime(), lang, say) })
  }
  const closed = closedLabel(state.closure, lang, say)
  return state.opens === null ? closed : `${closed} ${opensLabel(state.opens, now, lang, say)}`
}

/** A time of day as people write it: "5:00 PM", "las 5:00 p. m.". Midnight is a word, because "12:00 AM" is misread. */
export function timeLabel(time: Temporal.PlainTime, lang: Lang, say: Say): string {
  if (time.hour === 0 && time.minute === 0) return say('hours-midnight', lang)
  const hour = time.hour % 12 || 12
  // Spanish says "la 1:00" but "las 2:00", so one o'clock has a sentence of its own.
  return say(hour === 1 ? 'hours-clock-one' : 'hours-clock', lang, {
    hour: String(hour),
    minute: String(time.minute).padStart(2, '0'),
    half: say(time.hour < 12 ? 'hours-am' : 'hours-pm', lang),
  })
}

/** A date in words: "Monday, January 4", "lunes, 4 de enero". */
export function dateLabel(date: Temporal.PlainDate, lang: Lang): string {
  return inWords(date, lang, { weekday: 'long', month: 'long', day: 'numeric' })
}

/** The weekday alone: "Monday", "lunes". */
export function weekdayLabel(date: Temporal.PlainDate, lang: Lang): string {
  return inWords(date, lang, { weekday: 'long' })
}

/** What the clinic's door would say for one date: "9:00 AM to 5:00 PM", several spans joined; `closed` without any. */
export function spansLabel(timetable: Timetable, date: Temporal.PlainDate, lang: Lang, say: Say): string {
  const spans = openSpansOn(timetable, date)
  if (spans.length === 0) return say('hours-closed-all-day', lang)
  return spans
    .map((span) =>
      say('hours-span', lang, {
        from: timeLabel(Temporal.PlainTime.from(span.from), lang, say),
        to: timeLabel(Temporal.PlainTime.from(span.to === '23:59' ? '00:00' : span.to), lang, say),
      }),
    )
    .join(', ')
}

function closedLabel(closure: Clinic['closures'][number] | null, lang: Lang, say: Say): string {
  return closure?.name ? say('hours-closed-for', lang, { name: closure.name[lang] }) : say('hours-closed', lang)
}

function opensLabel(opens: Temporal.ZonedDateTime, now: Date, lang: Lang, say: Say): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(opens.timeZoneId).toPlainDate()
  const date = opens.toPlainDate()
  const time = timeLabel(opens.toPlainTime(), lang, say)
  const days = today.until(date).days
  if (days === 0) return say('hours-opens-today', lang, { time })
  if (days === 1) return say('hours-opens-tomorrow', lang, { time })
  // Seven days on, "Monday" would be today's name.
  if (days < 7) return say('hours-opens-day', lang, { day: weekdayLabel(date, lang), time })
  return say('hours-opens-day', lang, { day: dateLabel(date, lang), time })
}

// Only names of days and months come from Intl. Its times do not: runtimes disagree on the space before "PM".
function inWords(date: Temporal.PlainDate, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  const utc = new Date(Date.UTC(date.year, date.month - 1, date.day))
  return new Intl.DateTimeFormat(`${lang}-US`, { ...options, timeZone: 'UTC' }).format(utc)
}
