// The handoff: the phone for people and for the dialler, the sentence, the other ways.
import { describe, expect, test } from 'vitest'
import { createHandoff, phoneOf } from '../../../server/answer/handoff.ts'
import { createSay } from '../../../server/answer/say.ts'
import { clinicWith, copy } from '../known.ts'

const now = new Date('2026-11-23T15:00:00Z')

describe('the handoff', () => {
  test('shows the number as people write it and dials it in E.164', () => {
    const { phone } = createHandoff({ clinic: clinicWith(), copy })('en', now)
    expect(phone).toEqual({ display: '(561) 555-0100', href: 'tel:+15615550100' })
    expect(phoneOf('+525512345678', 'US').display).toBe('+52 55 1234 5678')
  })

  test('invites to call, in the visitor’s language, unless another sentence is asked for', () => {
    const makeHandoff = createHandoff({ clinic: clinicWith(), copy })
    expect(makeHandoff('en', now).message).toBe('To talk to a person, call Test Wellness.')
    expect(makeHandoff('es', now).message).toBe('Para hablar con una persona, llame a Test Wellness.')
    expect(makeHandoff('en', now, 'handoff-card').message).toContain('not a crisis line')
  })

  test('lists only the other ways the clinic has', () => {
    expect(createHandoff({ clinic: clinicWith(), copy })('en', now).links).toEqual([])
    const clinic = clinicWith({
      bookingUrl: 'https://clinic.example/book',
      contactUrl: 'https://clinic.example/contact',
      textNumber: '+15615550101',
    })
    expect(createHandoff({ clinic, copy })('en', now).links).toEqual([
      { label: 'Book online', href: 'https://clinic.example/book' },
      { label: 'Write to the clinic', href: 'https://clinic.example/contact' },
      { label: 'Text (561) 555-0101', href: 'sms:+15615550101' },
    ])
  })

  test('refuses to start with a number or a time zone that is none, and says what to write', () => {
    const start = (changes: object) => () => createHandoff({ clinic: { ...clinicWith(), ...changes }, copy })
    expect(start({ phone: '+1' })).toThrow('"+1" in clinic.json is no telephone number')
    expect(start({ textNumber: '+1561' })).toThrow('"+1561" in clinic.json is no telephone number')
    expect(start({ timeZone: 'Florida' })).toThrow('"timeZone": "Florida" in clinic.json is not known')
  })
})

describe('fixed sentences', () => {
  test('refuse an unknown key and a missing value instead of showing a brace to a visitor', () => {
    const say = createSay(copy)
    expect(() => say('no-such-sentence', 'en')).toThrow('no-such-sentence')
    expect(() => say('handoff-call', 'en')).toThrow('{clinic}')
  })

  test('exist under the same keys in both languages', () => {
    expect(Object.keys(copy.es).sort()).toEqual(Object.keys(copy.en).sort())
  })
})
