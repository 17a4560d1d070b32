// What a visitor in danger gets, whatever the rules behind it: the card, a person, or the honest "nobody reads this".
import { describe, expect, test } from 'vitest'
import { ask, assistant, cardOf, now } from './real-assistant.ts'

describe('a card', () => {
  test.each([
    ['I want to die', 'crisis self'],
    ['quiero morir', 'crisis self'],
    ['my brother wants to kill himself', 'crisis other'],
    ['my older brother is suicidal', 'crisis other'],
    ['I took all my pills', 'emergency medical'],
    ['I swallowed a whole bottle of pills', 'emergency medical'],
    ['no puedo respirar', 'emergency medical'],
    ['he hits me', 'emergency violence'],
    ['mi esposo me pega', 'emergency violence'],
    ['I am going to kill him', 'emergency harm-to-others'],
  ])('for “%s” is %s', (question, card) => {
    expect(cardOf(question)).toBe(card)
    expect(ask(question).kind).toBe(card.split(' ')[0])
  })

  test.each(['I am not suicidal', 'I want to die laughing'])('is not shown for “%s”', (question) => {
    expect(cardOf(question)).toBeNull()
  })

  test.each([
    ['not suicidal but I want to kill myself', 'crisis self'],
    ['I don’t want to live', 'crisis self'],
    ['he raped me', 'emergency violence'],
    ['I want to kill someone', 'emergency harm-to-others'],
    ['someone is unconscious', 'emergency medical'],
  ])('is shown for “%s”, which it once was not', (question, card) => {
    expect(cardOf(question)).toBe(card)
  })

  test('is found at the end of a text too long to be answered', () => {
    expect(cardOf(`${'I have been reading about this. '.repeat(500)}I want to die`)).toBe('crisis self')
  })

  test('is found when a sentence is split over two messages', () => {
    expect(cardOf('to die')).toBeNull()
    expect(cardOf('to die', ['i want'])).toBe('crisis self')
  })

  test('is not shown again for what was said before an ordinary question', () => {
    expect(ask('How is ketamine given?', { history: ['I want to die'] }).kind).toBe('answer')
  })
})

describe('asking what it is called', () => {
  test.each([
    'i feel like im going to pass out and my chest is tight, what is this called',
    'his lips went grey and he slid off the chair, what is it called',
  ])('does not take the card from who is in it: “%s”', (question) => {
    expect(cardOf(question)).toBe('emergency medical')
  })

  test.each([
    'what is it called when people sweat and their heart races out of nowhere and then it passes',
    'is there a word for the kind where your chest pounds in every supermarket',
  ])('gives none to who describes it: “%s”', (question) => {
    expect(cardOf(question)).toBeNull()
  })
})

describe('a topic of crisis', () => {
  test.each(['does ketamine help with suicidal thoughts', 'how effective is ketamine for suicidal anxiety'])(
    'gets the 988 line and no claim: “%s”',
    (question) => {
      expect(ask(question)).toMatchObject({ kind: 'decline', notice: assistant.say('notice-crisis-line', 'en') })
    },
  )
})

describe('what cannot be passed on', () => {
  test.each([
    '5615550100',
    '561-555-0100',
    '(561) 555-0100',
    '561.555.0100',
    '561 555 0100',
    '561\u00a0555\u00a00100',
    '561–555–0100',
    '561\u2011555\u20110100',
    '+1 561 555 0100',
    '1-561-555-0100',
    'tel:+15615550100',
    '5 6 1 5 5 5 0 1 0 0',
    '555-0100',
    '+52 55 1234 5678',
    '+44 20 7946 0018',
    '０５６１５５５０１００',
    'my number is 561-555-0100 thanks',
    'ana@example.com',
    'ana.b+x@mail.example.com',
    'ANA@EXAMPLE.COM',
    'josé@clínica.example',
    'ana＠example.com',
    'mailto:ana@example.com',
    'write to <ana@example.com>.',
  ])('is %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'clinic', topic: 'cannot-pass-on' })
  })

  test.each(['988', 'studies from 2019-2023', '100 - 200 mg', 'an @ sign'])('is not %s', (question) => {
    expect(ask(question)).not.toMatchObject({ topic: 'cannot-pass-on' })
  })
})

test.each(['speak to a person', 'real human please', 'representative', 'quiero hablar con una persona real'])(
  '“%s” leads to a person',
  (question) => {
    expect(ask(question)).toMatchObject({ kind: 'clinic', topic: 'human' })
  },
)

describe('hostile input', () => {
  test.each([
    ['half a statement', 'want to '],
    ['one word', 'swallowed '],
    ['one letter', 'a'],
    ['digits', '1 '],
    ['half an address', 'a@'],
    ['invisible characters', 'a\u200b'],
  ])('of %s takes time that grows with its length and no faster', (_, part) => {
    const time = (length: number) => {
      const question = part.repeat(Math.ceil(length / part.length))
      const start = performance.now()
      assistant.cardFor({ question }, now)
      return performance.now() - start
    }
    const best = (length: number) => Math.min(time(length), time(length), time(length))
    time(8_000)
    // Four times the text: 4 when linear, 16 when quadratic. The constant forgives the clock on a busy machine.
    expect(best(64_000)).toBeLessThan(9 * best(16_000) + 20)
  })
})
