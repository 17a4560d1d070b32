// The text of everything that can be asked, against what asking it gets.
import { describe, expect, test } from 'vitest'
import { createFaq } from '../../../server/answer/faq.ts'
import { faultsIn } from '../quotes.ts'
import { assistant, assistantOf, knowledge, now } from './real-assistant.ts'

const faqOf = createFaq(knowledge, assistant)
const faqIn = (lang: 'en' | 'es') => faqOf(lang, now)
const questionsIn = (lang: 'en' | 'es') => faqIn(lang).sections.flatMap(({ questions }) => questions)

describe.each(['en', 'es'] as const)('all questions and answers, in %s', (lang) => {
  test('are what a visitor gets who asks them', () => {
    for (const { title, reply } of questionsIn(lang))
      expect(assistant.answer({ question: title, locale: lang }, now), title).toMatchObject(reply)
    const sad = questionsIn(lang).find(({ id }) => id === 'trauma-and-stress')
    expect(sad?.reply.notice).toContain('988') // triage's own line, which composing the entry alone would miss
  })

  test('are all there, each once, but those that nothing is left of', () => {
    const ids = questionsIn(lang).map(({ id }) => id)
    const answerable = knowledge.entries.filter(({ say }) => say.length > 0).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(answerable.toSorted())
  })

  test('quote nothing withdrawn, and no claim alone', () => {
    expect(
      questionsIn(lang).flatMap(({ reply }) => faultsIn({ ...reply, handoff: faqIn(lang).handoff }, knowledge)),
    ).toEqual([])
  })

  test('come with what the article does not answer, in the clinic’s words, and with who to reach in a crisis', () => {
    const { handoff, resources, unanswered } = faqIn(lang)
    const cost = knowledge.gaps.filter(({ family }) => family === 'cost')
    expect(unanswered[0]?.topics.map(({ message }) => message)).toEqual(cost.map(({ message }) => message[lang]))
    expect(resources.flatMap(({ contacts }) => contacts.map(({ href }) => href))).toEqual(
      expect.arrayContaining(['tel:988', 'tel:911']),
    )
    expect(handoff).toEqual(assistant.handoff(lang, now))
  })
})

describe('one language beside the other', () => {
  test('a question is told in both, unless one of them is missing', () => {
    expect(questionsIn('en').find(({ id }) => id === 'phobias')?.otherTitle).toEqual({
      lang: 'es',
      text: '¿Qué es una fobia específica?',
    })
    const [first, ...others] = knowledge.entries
    if (!first) throw new Error('no entry')
    const derived = { ...knowledge, entries: [{ ...first, questionEs: first.question }, ...others] }
    const told = createFaq(derived, assistantOf(derived))('en', now).sections.flatMap(({ questions }) => questions)
    expect(told.find(({ id }) => id === first.id)?.otherTitle).toBeNull()
  })
})

describe('the clinic’s disclosure', () => {
  test('stands where asking for it would give it', () => {
    const disclosure = { en: 'Told by the clinic.', es: 'Dicho por la clínica.' }
    const disclosing = { ...knowledge, clinic: { ...knowledge.clinic, disclosure } }
    const { sections, unanswered } = createFaq(disclosing, assistantOf(disclosing))('es', now)
    const fda = unanswered.flatMap(({ topics }) => topics).find(({ id }) => id === 'fda-approval')
    expect(fda?.message).toBe('Dicho por la clínica.')
    const replies = sections.flatMap(({ questions }) => questions.map(({ reply }) => reply))
    for (const { caveat, disclosure: shown } of replies) if (caveat) expect(shown).toBe('Dicho por la clínica.')
  })
})

describe('several articles', () => {
  test('are told apart by their titles; one alone is not', () => {
    expect(new Set(faqIn('en').sections.map(({ article }) => article))).toEqual(new Set([null]))
    const [first] = knowledge.articles
    if (!first) throw new Error('no article')
    const second = { ...first, id: 'second' as typeof first.id, title: 'Second' }
    const both = createFaq({ ...knowledge, articles: [first, second] }, assistant)('en', now)
    expect(new Set(both.sections.map(({ article }) => article))).toEqual(new Set([first.title]))
  })
})
