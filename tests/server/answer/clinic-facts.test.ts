// What clinic.json says, said; what it does not say, left to the clinic.
import { describe, expect, test } from 'vitest'
import type { FactTopic } from '../../../knowledge/schema.ts'
import { factMessage } from '../../../server/answer/clinic-facts.ts'
import { createSay } from '../../../server/answer/say.ts'
import type { Lang } from '../../../server/contract.ts'
import { clinicWith, copy } from '../known.ts'

const now = new Date('2026-11-23T15:00:00Z')
const say = createSay(copy)
const message = (topic: FactTopic, changes: Readonly<Record<string, unknown>> = {}, lang: Lang = 'en') =>
  factMessage(topic, clinicWith(changes), lang, now, say)

describe('a fact the clinic configured', () => {
  test('is its week, Monday first, with closed days named as such', () => {
    const week = message('hours')
    expect(week).toMatch(/Monday 9:00 AM.*5:00 PM; Tuesday .*; Sunday /)
    expect(week.split(';')).toHaveLength(7)
    expect(week).toContain(`Sunday ${say('hours-closed-all-day', 'en')}`)
    expect(message('hours', {}, 'es')).toMatch(/lunes .*; domingo /)
  })

  test('is the usual week even where a day of it is closed', () => {
    expect(message('hours', { closures: [{ date: '2026-11-26' }] })).toBe(message('hours'))
  })

  test('is the next four closed days in order, past ones left out', () => {
    const dates = ['2027-01-01', '2026-11-22', '2026-12-25', '2026-11-26', '2027-05-31', '2027-07-04']
    const closures = dates.map((date) => ({ date }))
    const days = message('holidays', { closures })
    expect(days.match(/(November|December|January|May|July) \d+/g)).toEqual([
      'November 26',
      'December 25',
      'January 1',
      'May 31',
    ])
  })

  test('is a closed day with its name and its shorter hours', () => {
    const name = { en: 'Christmas Eve', es: 'Nochebuena' }
    const closures = [{ date: '2026-12-24', name, open: [{ from: '09:00', to: '12:00' }] }]
    expect(message('holidays', { closures })).toMatch(/December 24 \(Christmas Eve\): 9:00 AM/)
    expect(message('holidays', { closures }, 'es')).toContain('(Nochebuena)')
  })

  test('still lists today, by the date at the clinic', () => {
    const closures = [{ date: '2026-11-23' }]
    const lateEvening = new Date('2026-11-24T04:30:00Z')
    expect(factMessage('holidays', clinicWith({ closures }), 'en', lateEvening, say)).toContain('November 23')
  })

  test('is the phone, the address and the languages as written', () => {
    expect(message('phone')).toBe('You can reach Test Wellness at (561) 555-0100.')
    expect(message('address', { address: '1 Palm Way' })).toBe('Test Wellness is at 1 Palm Way.')
    const languages = [
      { en: 'English', es: 'inglés' },
      { en: 'Spanish', es: 'español' },
    ]
    expect(message('languages', { languages })).toContain('English, Spanish')
    expect(message('languages', { languages }, 'es')).toContain('inglés, español')
  })

  test('is the page for booking and the page for writing', () => {
    expect(message('booking', { bookingUrl: 'https://clinic.example/book' })).toBe(copy.en['clinic-booking'])
    expect(message('contact', { contactUrl: 'https://clinic.example/write' })).toBe(copy.en['clinic-contact'])
  })
})

describe('a fact the clinic did not configure', () => {
  test.each(['hours', 'address', 'contact', 'languages'] as const)('is left to the clinic: %s', (topic) => {
    expect(message(topic, { hours: undefined })).toBe(copy.en['clinic-ask'])
    expect(message(topic, { hours: undefined }, 'es')).toBe(copy.es['clinic-ask'])
  })

  test('leaves an empty list of languages to the clinic', () => {
    expect(message('languages', { languages: [] })).toBe(copy.en['clinic-ask'])
  })

  test('promises no opening on holidays, and books by phone', () => {
    expect(message('holidays')).toBe(copy.en['clinic-no-closures'])
    expect(message('booking')).toBe(copy.en['clinic-booking-by-phone'])
  })
})
