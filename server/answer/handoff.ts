// Builds the handoff, the way to a person that ends every reply and every problem: phone, opening hours, other ways.
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Clinic } from '../../knowledge/schema.ts'
import type { Handoff, Lang, Link, OpeningHours, Phone } from '../contract.ts'
import { hoursLabel } from './hours-label.ts'
import { openingState } from './opening-hours.ts'
import type { CopyByLang } from './say.ts'
import { createSay } from './say.ts'

/**
 * The handoff as of `now`. `messageKey` names a sentence of knowledge/copy, by default the plain invitation to call;
 * `{clinic}` and `{phone}` are filled in, `values` fills the rest.
 */
export type MakeHandoff = (
  lang: Lang,
  now: Date,
  messageKey?: string,
  values?: Readonly<Record<string, string>>,
) => Handoff

/** Throws when the clinic's phone number or time zone is none, so that a build or a start fails instead of a reply. */
export function createHandoff(known: { readonly clinic: Clinic; readonly copy: CopyByLang }): MakeHandoff {
  const { clinic } = known
  mustBeTimeZone(clinic.timeZone)
  const say = createSay(known.copy)
  const phone = phoneOf(clinic.phone, clinic.phoneRegion)
  const links = { en: linksOf('en'), es: linksOf('es') }

  function linksOf(lang: Lang): readonly Link[] {
    const ways: Link[] = []
    if (clinic.bookingUrl) ways.push({ label: say('handoff-book', lang), href: clinic.bookingUrl })
    if (clinic.contactUrl) ways.push({ label: say('handoff-contact', lang), href: clinic.contactUrl })
    if (clinic.textNumber) {
      const { display } = phoneOf(clinic.textNumber, clinic.phoneRegion)
      ways.push({ label: say('handoff-text', lang, { phone: display }), href: `sms:${clinic.textNumber}` })
    }
    return ways
  }

  function hoursAt(lang: Lang, now: Date): OpeningHours | null {
    const state = openingState(clinic, now)
    return state && { open: state.open, label: hoursLabel(state, now, lang, say) }
  }

  const hours = rememberForAMinute(hoursAt)

  return (lang, now, messageKey = 'handoff-call', values = {}) => ({
    message: say(messageKey, lang, { clinic: clinic.name, phone: phone.display, ...values }),
    phone,
    hours: hours(lang, now),
    links: links[lang],
  })
}

/** A number in E.164, for people and for the dialler: in national form inside `region`, else in international form. */
export function phoneOf(e164: string, region: string): Phone {
  const number = parsePhoneNumberFromString(e164)
  if (!number?.isPossible())
    throw new Error(`"${e164}" in clinic.json is no telephone number: write it in E.164, like "+15615550123"`)
  const isHome = isSupportedCountry(region) && getCountryCallingCode(region) === number.countryCallingCode
  return {
    display: isHome ? number.formatNational() : number.formatInternational(),
    href: `tel:${number.number}`,
  }
}

function mustBeTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch (cause) {
    const example = 'write a name of the IANA database, like "America/New_York"'
    throw new Error(`"timeZone": "${timeZone}" in clinic.json is not known: ${example}`, { cause })
  }
}

/**
 * Hours change on whole minutes, and zoned arithmetic costs more than the rest of a reply: the label of a minute is
 * worked out once. The clock stays the caller's; only the last minute asked for is kept.
 */
function rememberForAMinute(hoursAt: (lang: Lang, now: Date) => OpeningHours | null): typeof hoursAt {
  const last: Partial<Record<Lang, { minute: number; hours: OpeningHours | null }>> = {}
  return (lang, now) => {
    const minute = Math.floor(now.getTime() / 60_000)
    const kept = last[lang]
    if (kept?.minute === minute) return kept.hours
    const hours = hoursAt(lang, now)
    last[lang] = { minute, hours }
    return hours
  }
}
