// What a card says, in each language, against the rules for its wording.
import { describe, expect, test } from 'vitest'
import type { CrisisReply, EmergencyReply, Lang } from '../../../server/contract.ts'
import { assistant, knowledge, now } from './real-assistant.ts'

const cardFor = (question: string, locale?: Lang): CrisisReply | EmergencyReply => {
  const card = assistant.cardFor({ question, locale }, now)
  if (!card) throw new Error(`no card for “${question}”`)
  return card
}
const hrefs = ({ resources }: CrisisReply | EmergencyReply) =>
  resources.flatMap(({ contacts }) => contacts.map(({ href }) => href))
const words = (text: string) => text.split(/\s+/).length
const own = (key: string) => `card-${key}` as const

describe('every card', () => {
  const messages = (['en', 'es'] as const).flatMap((lang) =>
    Object.keys(knowledge.cards).map((card) => [lang, card, knowledge.copy[lang][own(card)] ?? ''] as const),
  )

  // Spanish says the same in more words.
  test.each(messages)('%s %s is short enough to be read before the numbers', (lang, _, text) => {
    expect(words(text)).toBeLessThanOrEqual(lang === 'en' ? 62 : 76)
  })

  test.each(messages)('%s %s says that nobody is reading', (_, __, text) => {
    expect(text).toMatch(/nobody is reading|nadie lo lee/)
  })

  test.each(messages)('%s %s promises, blames and sells nothing', (_, __, text) => {
    expect(text).not.toMatch(
      /!|commit|cometer|attempt|police|policía|infusion|ketamin|will be fine|get better|your family/i,
    )
  })

  test('speaks of a clinic that is no crisis line and may be closed', () => {
    expect(cardFor('I want to die').handoff.message).toMatch(/not a crisis line.*may be closed/)
    expect(cardFor('quiero morir').handoff.message).toMatch(/No es una línea de crisis.*puede estar cerrada/)
  })
})

describe('a crisis card', () => {
  test('has 988 first and 911 second, by call, text and chat', () => {
    const card = cardFor('I want to die')
    expect(hrefs(card).slice(0, 4)).toEqual(['tel:988', 'sms:988', 'https://988lifeline.org/chat/', 'tel:911'])
    expect(hrefs(card)).toEqual(expect.arrayContaining(['sms:838255', 'sms:741741']))
  })

  test.each(['I want to die', 'quiero morir'])('says that help is free and confidential: “%s”', (question) => {
    const { message, resources } = cardFor(question)
    expect(message).toMatch(/free and confidential|gratis y confidencial/)
    expect(resources[0].note).toMatch(/Free, confidential|Gratis, confidencial/)
    expect(message).toMatch(/away from anything you could use|lejos de cualquier cosa/)
    expect(message).toMatch(/near someone you trust|con alguien de confianza/)
  })

  test('leaves what else was asked to the end, with the clinic’s number', () => {
    const card = cardFor('I want to die. What are your hours?')
    expect(card.message).toBe(cardFor('I want to die').message)
    expect(card.handoff.message).toMatch(/^You also asked a question.*not a crisis line/)
  })

  test('in Spanish begins with the Spanish line', () => {
    expect(cardFor('quiero morir').resources[0].contacts[0].display).toBe('Llame al 988 y oprima 2')
    expect(hrefs(cardFor('quiero morir')).slice(0, 4)).toEqual([
      'tel:988',
      'sms:988',
      'https://988lifeline.org/es/chat/',
      'tel:911',
    ])
  })

  test('about somebody else says that asking does not put the idea there', () => {
    expect(cardFor('my brother wants to kill himself').message).toMatch(/Asking does not put the idea there/)
    expect(cardFor('mi hermano quiere matarse').message).toMatch(/Preguntar no le mete la idea/)
  })

  test('does not offer “press 3”, which ended in July 2025', () => {
    expect(JSON.stringify(knowledge.resources)).not.toMatch(/press 3|oprima 3/)
  })
})

describe('an emergency card', () => {
  test('about the body has 911, Poison Control and 988, in this order', () => {
    expect(hrefs(cardFor('I took all my pills'))).toEqual(
      expect.arrayContaining(['tel:911', 'tel:+18002221222', 'tel:988']),
    )
    expect(hrefs(cardFor('I took all my pills')).slice(0, 3)).toEqual(['tel:911', 'tel:+18002221222', 'tel:988'])
  })

  test('about violence has 911, the hotline by call and text, RAINN and the Florida line', () => {
    expect(hrefs(cardFor('he hits me'))).toEqual([
      'tel:911',
      'tel:+18007997233',
      'sms:88788',
      'tel:+18006564673',
      'tel:+18009622873',
    ])
  })

  test('about harm to others has 911, then 988', () => {
    expect(hrefs(cardFor('I am going to kill him')).slice(0, 2)).toEqual(['tel:911', 'tel:988'])
  })
})

describe('a message in Portuguese or Haitian Creole', () => {
  test.each(['quero me matar', 'mwen vle mouri'])('gets the card in English and in Spanish: “%s”', (question) => {
    const card = cardFor(question, 'en')
    const paragraphs = card.message.split('\n\n')
    expect(paragraphs).toHaveLength(2)
    const [english, spanish] = card.lang === 'en' ? paragraphs : paragraphs.toReversed()
    expect(english).toMatch(/988.*free and confidential.*interpreters for more than 240 languages/s)
    expect(spanish).toMatch(/988.*gratis y confidencial.*intérpretes de más de 240 idiomas/s)
    const [{ contacts }] = card.resources
    expect(contacts[0].display).toMatch(/^(Call 988 \/ Llame al 988|Llame al 988 \/ Call 988)$/)
    expect(words(card.message)).toBeLessThanOrEqual(105)
  })
})
