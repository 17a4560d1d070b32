// The clinic's own disclosure: beside every claim, as the answer to the FDA question, and nowhere while there is none.
import { describe, expect, test } from 'vitest'
import { knowledge as schema } from '../../../knowledge/schema.ts'
import { assistant, assistantOf, knowledge, now } from './real-assistant.ts'

/** Made up for the test: the project has none, and the clinic's is the clinic's to write. */
const disclosure = {
  en: 'What the clinic states about approval.',
  es: 'Lo que la clínica declara sobre la aprobación.',
}
const disclosing = assistantOf(schema.parse({ ...knowledge, clinic: { ...knowledge.clinic, disclosure } }))
const ask = (question: string, locale?: 'en' | 'es') => disclosing.answer({ question, locale }, now)
const claims = knowledge.entries.filter(({ say }) => say.some(({ claim }) => claim))

describe('with a disclosure', () => {
  test.each(claims)('a claim has it beside it, in the language of the reply: $id', ({ question, questionEs }) => {
    expect(ask(question, 'en')).toMatchObject({ kind: 'answer', disclosure: disclosure.en })
    expect(ask(questionEs, 'es')).toMatchObject({ kind: 'answer', disclosure: disclosure.es })
  })

  test('what claims nothing goes without', () => {
    for (const { question, id } of knowledge.entries.filter((entry) => !claims.includes(entry)))
      expect(ask(question, 'en'), id).toMatchObject({ kind: 'answer', disclosure: null })
  })

  test.each([
    ['is it FDA approved', 'en'],
    ['is ketamine approved by the fda for anxiety?', 'en'],
    ['está aprobado por la FDA', 'es'],
  ] as const)('answers “%s”', (question, lang) => {
    const { handoff, ...reply } = ask(question)
    expect(reply).toEqual({ kind: 'clinic', lang, topic: 'disclosure', message: disclosure[lang] })
    expect(handoff.phone.href).toBe('tel:+15615550100')
  })

  test('answers it beside another question as well, instead of “I can’t find”', () => {
    const both = ask('what is a panic attack? and is it FDA approved?')
    expect(both).toMatchObject({ kind: 'answer', entry: 'panic-disorder', disclosure: disclosure.en })
    expect(both.handoff.message).toBe(disclosing.handoff('en', now).message)
  })
})

test('without one, the FDA question is a gap, and no claim has any', () => {
  expect(assistant.answer({ question: 'is it FDA approved' }, now)).toMatchObject({
    kind: 'decline',
    reason: 'not-covered',
    message: expect.stringContaining('FDA'),
  })
  for (const { question } of claims)
    expect(assistant.answer({ question }, now)).toMatchObject({ kind: 'answer', disclosure: null })
})
