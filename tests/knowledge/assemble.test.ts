// What the server is given: quotes that know their section, claim and notice, and entries true to the policy.
import { describe, expect, test } from 'vitest'
import { assemble } from '../../knowledge/assemble.ts'
import { knowledge as knowledgeSchema } from '../../knowledge/schema.ts'
import type { Files } from '../../knowledge/sources.ts'
import type { Change } from './small-clinic.ts'
import { parsed, smallClinic } from './small-clinic.ts'

const SHA256 = new Map(['sleep', 'coffee'].map((id) => [id, '0'.repeat(64)]))
const built = (files: Files) => knowledgeSchema.parse(assemble(parsed(files), SHA256))
const builtWith = (...changes: readonly Change[]) => built(smallClinic(...changes))
const entry = (knowledge: ReturnType<typeof built>, id: string) => knowledge.entries.find((each) => each.id === id)

const withdrawn = (start: string): Change => [
  'policy.yaml',
  '- sentence: Contact us today',
  `- { sentence: ${start}, why: Old. }\n  - sentence: Contact us today`,
]

describe('quotes', () => {
  test('a sentence the policy names a claim is one, its neighbour is not', () => {
    expect(entry(builtWith(), 'what-is-a-nap')?.say).toEqual([
      { section: 'Naps', text: 'A nap is a short sleep during the day.', claim: false, notice: null },
      { section: 'Naps', text: 'Naps restore attention within minutes.', claim: true, notice: null },
    ])
  })

  test('a sentence carries its notice', () => {
    expect(entry(builtWith(), 'dreams')?.say[0]?.notice).toBe('not-a-full-list')
  })

  test('a quote names the section it comes from, the entry the one it was authored in', () => {
    const built = entry(builtWith(), 'what-is-sleep')
    expect([built?.say[0]?.section, built?.section]).toEqual(['Sleep and Rest', 'Naps'])
  })

  test('the caveat is the whole sentence with its section', () => {
    expect(builtWith().articles[0]?.caveat).toEqual({ section: 'Naps', text: 'Research on naps is still going on.' })
  })
})

describe('withdrawn sentences', () => {
  test('fall out of their entries, and the rest is shown', () => {
    const say = entry(builtWith(withdrawn('Naps restore')), 'what-is-a-nap')?.say
    expect(say?.map(({ text }) => text)).toEqual(['A nap is a short sleep during the day.'])
  })

  test('leave an entry that had no other in place and empty, so that it declines', () => {
    const emptied = entry(builtWith(withdrawn('Sleep is')), 'what-is-sleep')
    expect(emptied).toMatchObject({ say: [], derived: false, phrasings: { en: ['define sleep'] } })
  })

  test('stay in the article’s own text, marked', () => {
    const [first] = builtWith().articles[0]?.sections ?? []
    expect(first?.sentences.map(({ text, policy, opensParagraph }) => [text, policy, opensParagraph])).toEqual([
      ['Sleep is a state of rest.', 'free', true],
      ['Contact us today!', 'never', false],
    ])
  })
})

describe('an article without entries', () => {
  const long = `Word ${'word '.repeat(48)}end.`
  const coffee = `---
title: Coffee
url: /coffee
approvedOn: 2026-01-05
---

# Coffee

It wakes.

## Who drinks it?

Many do. Some do not.

## Empty

## Café au lait

${long} ${long.replace('end', 'stop')} And on.

## Who drinks it?

Everybody.
`
  const knowledge = built(new Map(smallClinic()).set('articles/coffee.md', coffee))
  const derived = knowledge.entries.filter((each) => each.derived)

  test('is answered for by its headings, each under an id of its own', () => {
    expect(derived.map(({ id }) => id)).toEqual([
      'coffee-coffee',
      'coffee-who-drinks-it',
      'coffee-cafe-au-lait',
      'coffee-who-drinks-it-5',
    ])
    expect(derived.every(({ article }) => article === 'coffee')).toBe(true)
  })

  test('is asked about in the words of its headings and sentences', () => {
    expect(derived.slice(0, 2).map(({ question, phrasings }) => [question, phrasings.en])).toEqual([
      ['Coffee: what does the article say?', expect.arrayContaining(['Coffee', 'It wakes.', 'is it wakes'])],
      ['Who drinks it?', expect.arrayContaining(['Who drinks it?', 'drinks'])],
    ])
  })

  test('answers in whole sentences, and stops before they become a page', () => {
    expect(derived.map(({ say }) => say.map(({ text }) => text))).toEqual([
      ['It wakes.'],
      ['Many do.', 'Some do not.'],
      [long, long.replace('end', 'stop')],
      ['Everybody.'],
    ])
  })

  test('leaves the authored entries of the other article as they are', () => {
    expect(knowledge.entries.filter((each) => !each.derived)).toEqual(builtWith().entries)
  })

  test('never quotes a withdrawn sentence, even when no entries are left for the judged article', () => {
    const files = new Map(smallClinic(['entries/naps.yaml', '', null]))
    const quoted = built(files).entries.flatMap(({ say }) => say)
    expect(quoted.map(({ text }) => text)).not.toContain('Contact us today!')
    expect(quoted.find(({ text }) => text.startsWith('Naps restore'))?.claim).toBe(true)
  })
})
