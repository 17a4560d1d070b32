// Opening hours as visitors read them, through the handoff that carries them.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHandoff } from '../../../server/answer/handoff.ts'
import type { Lang } from '../../../server/contract.ts'
import { clinicWith, copy } from '../known.ts'

/** The label at a local time of the clinic; `offset` is New York's at that moment. */
function labelAt(local: string, changes = {}, lang: Lang = 'en', offset = '-05:00'): string | undefined {
  const makeHandoff = createHandoff({ clinic: clinicWith(changes), copy })
  return makeHandoff(lang, new Date(`${local}${offset}`)).hours?.label
}

describe('opening hours', () => {
  test('says until when it is open', () => {
    expect(labelAt('2026-11-23T09:00:00')).toBe('Open now until 5:00 PM')
    expect(labelAt('2026-11-23T16:59:59')).toBe('Open now until 5:00 PM')
  })

  test('is closed from the closing minute on', () => {
    expect(labelAt('2026-11-23T17:00:00')).toBe('Closed now. Opens tomorrow at 9:00 AM')
  })

  test('says when it opens: today, tomorrow, or on a named day', () => {
    expect(labelAt('2026-11-23T08:59:59')).toBe('Closed now. Opens today at 9:00 AM')
    expect(labelAt('2026-11-22T12:00:00')).toBe('Closed now. Opens tomorrow at 9:00 AM')
    expect(labelAt('2026-11-20T18:00:00')).toBe('Closed now. Opens Monday at 9:00 AM')
  })

  test('writes the date when the same weekday would be today', () => {
    const hours = { monday: [{ from: '09:00', to: '17:00' }] }
    expect(labelAt('2026-11-23T18:00:00', { hours })).toBe('Closed now. Opens Monday, November 30 at 9:00 AM')
  })

  test('speaks Spanish, with the article that one o’clock takes', () => {
    expect(labelAt('2026-11-23T10:00:00', {}, 'es')).toBe('Abierto ahora hasta las 5:00 p. m.')
    expect(labelAt('2026-11-20T18:00:00', {}, 'es')).toBe('Cerrado ahora. Abre el lunes a las 9:00 a. m.')
    const hours = { monday: [{ from: '09:00', to: '13:00' }] }
    expect(labelAt('2026-11-23T10:00:00', { hours }, 'es')).toBe('Abierto ahora hasta la 1:00 p. m.')
  })

  test('closes on a holiday, says its name, and opens the next working day', () => {
    const closures = [{ date: '2026-11-26', name: { en: 'Thanksgiving', es: 'Día de Acción de Gracias' } }]
    expect(labelAt('2026-11-26T10:00:00', { closures })).toBe('Closed today: Thanksgiving. Opens tomorrow at 9:00 AM')
    expect(labelAt('2026-11-25T18:00:00', { closures })).toBe('Closed now. Opens Friday at 9:00 AM')
  })

  test('keeps the shorter hours of a closure that has some', () => {
    const closures = [{ date: '2026-12-24', open: [{ from: '09:00', to: '12:30' }] }]
    expect(labelAt('2026-12-24T10:00:00', { closures })).toBe('Open now until 12:30 PM')
    expect(labelAt('2026-12-24T13:00:00', { closures })).toBe('Closed now. Opens tomorrow at 9:00 AM')
  })

  test('closes for a lunch break', () => {
    const hours = {
      monday: [
        { from: '13:00', to: '17:00' },
        { from: '09:00', to: '12:00' },
      ],
    }
    expect(labelAt('2026-11-23T11:00:00', { hours })).toBe('Open now until 12:00 PM')
    expect(labelAt('2026-11-23T12:30:00', { hours })).toBe('Closed now. Opens today at 1:00 PM')
  })

  test('reads a night split over two days as one opening', () => {
    const hours = { friday: [{ from: '20:00', to: '23:59' }], saturday: [{ from: '00:00', to: '02:00' }] }
    expect(labelAt('2026-11-27T21:00:00', { hours })).toBe('Open now until 2:00 AM')
    expect(labelAt('2026-11-28T00:00:00', { hours })).toBe('Open now until 2:00 AM')
  })

  test('names no closing time for a clinic that never closes, and no opening time for one that never opens', () => {
    const allDay = [{ from: '00:00', to: '23:59' }]
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    expect(labelAt('2026-11-23T23:59:30', { hours: Object.fromEntries(days.map((day) => [day, allDay])) })).toBe(
      'Open now',
    )
    expect(labelAt('2026-11-23T12:00:00', { hours: {} })).toBe('Closed now.')
  })

  test('says midnight in words', () => {
    const hours = { monday: [{ from: '09:00', to: '23:59' }] }
    expect(labelAt('2026-11-23T10:00:00', { hours })).toBe('Open now until midnight')
  })

  test('has no hours when the clinic configured none', () => {
    const makeHandoff = createHandoff({ clinic: clinicWith({ hours: undefined }), copy })
    expect(makeHandoff('en', new Date()).hours).toBeNull()
  })

  test('keeps to the clinic’s clock across both changes of daylight saving time', () => {
    const allSunday = { sunday: [{ from: '01:30', to: '09:00' }] }
    // 8 March 2026, 02:00 → 03:00: half past two does not exist.
    expect(labelAt('2026-03-08T01:00:00', { hours: allSunday })).toBe('Closed now. Opens today at 1:30 AM')
    expect(labelAt('2026-03-08T08:59:59', { hours: allSunday }, 'en', '-04:00')).toBe('Open now until 9:00 AM')
    const skipped = { sunday: [{ from: '02:30', to: '09:00' }] }
    expect(labelAt('2026-03-08T01:59:59', { hours: skipped })).toBe('Closed now. Opens today at 3:30 AM')
    // 1 November 2026, 02:00 → 01:00: half past one happens twice, the first opens.
    expect(labelAt('2026-11-01T01:29:59', { hours: allSunday }, 'en', '-04:00')).toBe(
      'Closed now. Opens today at 1:30 AM',
    )
    expect(labelAt('2026-11-01T01:30:00', { hours: allSunday }, 'en', '-04:00')).toBe('Open now until 9:00 AM')
    expect(labelAt('2026-11-01T01:00:00', { hours: allSunday }, 'en', '-05:00')).toBe('Open now until 9:00 AM')
  })

  test('is open exactly inside the spans of its own wall clock, at any moment of four years', () => {
    const makeHandoff = createHandoff({ clinic: clinicWith(), copy })
    const moment = fc.date({
      min: new Date('2025-01-01T00:00:00Z'),
      max: new Date('2029-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    const wallClock = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/New_York',
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    })
    fc.assert(
      fc.property(moment, (now) => {
        const parts = Object.fromEntries(wallClock.formatToParts(now).map(({ type, value }) => [type, value]))
        const isWeekend = parts.weekday === 'Sat' || parts.weekday === 'Sun'
        const hour = Number(parts.hour)
        expect(makeHandoff('en', now).hours?.open).toBe(!isWeekend && hour >= 9 && hour < 17)
      }),
      { numRuns: 300 },
    )
  })
})
