// Answers what clinic.json knows: hours, closed days, phone, address, booking, contact, languages. Else: ask the clinic.
import { Temporal } from 'temporal-polyfill'
import type { Clinic, FactTopic } from '../../knowledge/schema.ts'
import type { Lang } from '../contract.ts'
import { phoneOf } from './handoff.ts'
import { dateLabel, spansLabel, weekdayLabel } from './hours-label.ts'
import type { Say } from './say.ts'

/** Closed days further ahead are not worth a visitor's time. */
const CLOSURES_SHOWN = 4

/** The message for one topic, in the visitor's language. Nothing is ever made up: what is missing is the clinic's to say. */
export function factMessage(topic: FactTopic, clinic: Clinic, lang: Lang, now: Date, say: Say): string {
  const ask = () => say('clinic-ask', lang)
  switch (topic) {
    case 'hours':
      return clinic.hours ? say('clinic-hours', lang, { hours: weekLabel(clinic, lang, now, say) }) : ask()
    case 'holidays':
      return closuresMessage(clinic, lang, now, say)
    case 'phone':
      return say('clinic-phone', lang, {
        clinic: clinic.name,
        phone: phoneOf(clinic.phone, clinic.phoneRegion).display,
      })
    case 'address':
      return clinic.address ? say('clinic-address', lang, { clinic: clinic.name, address: clinic.address }) : ask()
    case 'booking':
      return say(clinic.bookingUrl ? 'clinic-booking' : 'clinic-booking-by-phone', lang)
    case 'contact':
      return clinic.contactUrl ? say('clinic-contact', lang) : ask()
    case 'languages': {
      const languages = clinic.languages?.map((language) => language[lang]).join(', ')
      return languages ? say('clinic-languages', lang, { languages }) : ask()
    }
    default:
      return topic satisfies never
  }
}

function weekLabel(clinic: Clinic, lang: Lang, now: Date, say: Say): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(clinic.timeZone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const weekly = { ...clinic, closures: [] } // the week as it usually is; exceptions have a question of their own
  return Array.from({ length: 7 }, (_, days) => monday.add({ days }))
    .map((date) => `${weekdayLabel(date, lang)} ${spansLabel(weekly, date, lang, say)}`)
    .join('; ')
}

function closuresMessage(clinic: Clinic, lang: Lang, now: Date, say: Say): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(clinic.timeZone).toPlainDate()
  const coming = clinic.closures
    .filter(({ date }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(date), today) >= 0)
    .sort((a, b) => a.date.localeCompare(b.date))
    .slice(0, CLOSURES_SHOWN)
  if (coming.length === 0) return say('clinic-no-closures', lang)
  const days = coming.map(({ date, name }) => {
    const day = Temporal.PlainDate.from(date)
    const label = `${dateLabel(day, lang)}${name ? ` (${name[lang]})` : ''}`
    return `${label}: ${spansLabel(clinic, day, lang, say)}`
  })
  return say('clinic-closures', lang, { days: days.join('; ') })
}
