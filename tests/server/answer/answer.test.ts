// The whole way from a question to a reply, with the knowledge as it is built.
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../knowledge/schema.ts'
import type { Reply } from '../../../server/contract.ts'
import { ask, assistant, cardOf, knowledge, now, phrasings } from './real-assistant.ts'

const claims = (entry: Entry | undefined) => entry?.say.some(({ claim }) => claim) ?? false
const entryOf = (reply: Reply) =>
  reply.kind === 'answer' ? knowledge.entries.find(({ id }) => id === reply.entry) : undefined
const replies = phrasings.map(({ question }) => ({ question, reply: ask(question) }))

/** Sentences of the article that speak of crisis themselves; a visitor who writes one gets the card, which is safe. */
const CRISIS_SENTENCES = [
  'This rapid response is particularly crucial in situations where patients are at high risk of self-harm or suicide.',
  'By providing quick relief, ketamine can help stabilize individuals in crisis and buy time for other long-term treatments to take effect.',
]
/** Share of phrasings that get a card today although they ask about the article. Lower it with every rule put right. */
const MOST_CARDS = 0.015

describe('an entry’s own question', () => {
  test.each(knowledge.entries)('answers with the entry: $id', (entry) => {
    expect(ask(entry.question, { locale: 'en' })).toMatchObject({ kind: 'answer', lang: 'en', entry: entry.id })
    expect(ask(entry.questionEs, { locale: 'es' })).toMatchObject({ kind: 'answer', lang: 'es', entry: entry.id })
  })

  test('gives no card', () => {
    const shown = knowledge.entries
      .flatMap(({ question, questionEs }) => [question, questionEs])
      .filter((q) => cardOf(q))
    expect(shown).toEqual([])
  })

  test('answers whatever its case, accents and punctuation', () => {
    for (const { id, question, questionEs } of knowledge.entries) {
      expect(ask(question.toUpperCase().replace('?', ''))).toMatchObject({ entry: id })
      expect(ask(questionEs.normalize('NFD').replace(/\p{M}/gu, ''))).toMatchObject({ entry: id })
    }
  })
})

describe('ordinary words', () => {
  test('give no card when they are the article’s, two sentences about crisis aside', () => {
    const article = knowledge.articles.flatMap(({ sections }) =>
      sections.flatMap(({ heading, sentences }) => [heading, ...sentences.map(({ text }) => text)]),
    )
    expect(article.filter((text) => cardOf(text) && !CRISIS_SENTENCES.includes(text))).toEqual([])
  })

  test('give no more cards than are known of when they are an entry’s phrasings', () => {
    const shown = replies.filter(({ reply }) => reply.kind === 'crisis' || reply.kind === 'emergency')
    expect(shown.length / replies.length).toBeLessThan(MOST_CARDS)
  })
})

describe('what a reply offers', () => {
  test('answers when it is asked as written, choices and follow-ups alike', () => {
    const offered = new Map<string, Reply>()
    for (const { reply } of replies) {
      if (reply.kind === 'clarify') for (const { question } of reply.choices) offered.set(question, reply)
      if ('followUps' in reply) for (const question of reply.followUps) offered.set(question, reply)
    }
    expect(offered.size).toBeGreaterThan(0)
    for (const [question, { lang }] of offered) {
      const entry = knowledge.entries.find((one) => (lang === 'es' ? one.questionEs : one.question) === question)
      expect(ask(question, { locale: lang }), question).toMatchObject({ kind: 'answer', entry: entry?.id })
    }
  })

  test('answers when it is a suggestion', () => {
    for (const lang of ['en', 'es'] as const) {
      for (const { question } of assistant.suggestions(lang).questions)
        expect(ask(question, { locale: lang })).toMatchObject({ kind: 'answer', lang })
    }
  })
})

describe('a claim', () => {
  test('never stands without the article’s reservation', () => {
    const reservation = knowledge.articles[0]?.caveat?.text
    for (const { question, reply } of replies) {
      if (reply.kind !== 'answer' || !claims(entryOf(reply))) continue
      const texts = [...reply.passages, reply.caveat].map((passage) => passage?.text)
      expect(texts, question).toContain(reservation)
    }
  })

  test('is not shown where suicide is the topic', () => {
    for (const { id, question } of knowledge.entries) {
      const reply = ask(`${question} suicide`)
      expect(claims(entryOf(reply)), id).toBe(false)
      if (reply.kind === 'answer') expect(reply.notice).toBe(assistant.say('notice-crisis-line', 'en'))
    }
  })
})

describe('every reply', () => {
  test('ends with the clinic’s phone, and is the same when asked again', () => {
    for (const question of ['', '🙂', 'asdf qwer', 'hello', 'I want to die', 'What is ketamine?']) {
      const reply = ask(question)
      expect(reply.handoff.phone.href).toBe(`tel:${knowledge.clinic.phone}`)
      expect(ask(question)).toEqual(reply)
    }
  })

  test('carries no passage when it is a card', () => {
    expect(assistant.answer({ question: 'I want to die' }, now)).not.toHaveProperty('passages')
  })
})
