// From probabilities to a decision: answer, ask which was meant, speak for something else, or say it is not covered.
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../knowledge/schema.ts'
import { createDecide } from '../../../server/answer/decide.ts'
import type { Class } from '../../../server/answer/model.ts'
import { knowledge } from './real-assistant.ts'

const [pattern] = knowledge.entries
const entry = (id: string, ...sentences: string[]): Entry =>
  ({
    ...pattern,
    id,
    say: sentences.map((text) => ({ section: 'A section', text, claim: false, notice: null })),
  }) as Entry // the id is branded; these are only for tests
const [a, b, c, d] = [
  entry('a', 'One.'),
  entry('b', 'Two.'),
  entry('c', 'Three.'),
  entry('d', 'One.', 'Four.'),
] as const
/** Too long for two of them to be shown together. */
const long = (name: string) => `${name} ${'and so on '.repeat(11)}.`
const [e, f, g, h] = [
  entry('e', long('Five')),
  entry('f', long('Six')),
  entry('g', long('Seven')),
  entry('h', long('Five'), 'Eight.'),
] as const
const decide = createDecide({ entries: [a, b, c, d, e, f, g, h] })

const kinds: Readonly<Record<string, Class['kind']>> = { gap: 'gap', hello: 'smalltalk', hours: 'fact' }
const decided = (confidences: Readonly<Record<string, number>>) =>
  decide(
    Object.entries(confidences)
      .map(([id, confidence]) => ({ class: { kind: kinds[id] ?? 'entry', id }, confidence }))
      .sort((one, two) => two.confidence - one.confidence),
  )

const answer = (one: Entry) => ({ kind: 'answer', entries: [one], besides: null })

describe('deciding', () => {
  test('answers an entry that nothing else comes near', () => {
    expect(decided({ a: 0.7, b: 0.1, gap: 0.1 })).toEqual(answer(a))
    expect(decided({ a: 0.3, b: 0.1, gap: 0.01 })).toEqual(answer(a))
  })

  test('asks back where the same confidence has a gap beside it', () => {
    expect(decided({ a: 0.55, b: 0.05, gap: 0.4 })).toEqual({ kind: 'clarify', entries: [a, b] })
  })

  test('says both where two are likely and short, and asks back where they are long', () => {
    expect(decided({ a: 0.45, b: 0.4, gap: 0.01 })).toEqual({ kind: 'answer', entries: [a, b], besides: null })
    expect(decided({ a: 0.6, b: 0.15, gap: 0.1 })).toEqual({ kind: 'answer', entries: [a, b], besides: null })
    expect(decided({ e: 0.45, f: 0.4, gap: 0.01 })).toEqual({ kind: 'clarify', entries: [e, f] })
    expect(decided({ e: 0.6, f: 0.15, gap: 0.1 })).toEqual(answer(e))
  })

  test('says no second that is hardly likely, withdrawn, or of another article', () => {
    const withdrawn = { ...b, say: [] }
    const foreign = { ...b, article: 'another' } as Entry // the id is branded
    const beside = (second: Entry, confidence: number) =>
      createDecide({ entries: [a, second] })([
        { class: { kind: 'entry', id: 'a' }, confidence: 0.8 },
        { class: { kind: 'entry', id: 'b' }, confidence },
      ])
    expect(beside(b, 0.15)).toMatchObject({ entries: [a, b] })
    expect(beside(b, 0.1)).toEqual(answer(a))
    expect(beside(withdrawn, 0.15)).toEqual(answer(a))
    expect(beside(foreign, 0.15)).toEqual(answer(a))
  })

  test('asks which of two was meant when neither is sure', () => {
    expect(decided({ a: 0.4, b: 0.25, c: 0.01, gap: 0.3 })).toEqual({ kind: 'clarify', entries: [a, b] })
  })

  test('offers at most three choices, best first', () => {
    expect(decided({ e: 0.25, f: 0.35, g: 0.3, gap: 0.1 })).toEqual({ kind: 'clarify', entries: [f, g, e] })
  })

  test('counts entries that quote the same sentence together, and answers the better one', () => {
    expect(decided({ a: 0.35, d: 0.4, b: 0.1, gap: 0.15 })).toEqual(answer(d))
  })

  test('offers no choice that quotes what a better one already says', () => {
    expect(decided({ f: 0.45, e: 0.22, h: 0.2, gap: 0.13 })).toEqual({ kind: 'clarify', entries: [f, e] })
  })

  test.each(['gap', 'hello', 'hours'])('lets the %s speak for itself when it is ahead of the entries', (id) => {
    const decision = { kind: 'other', class: { kind: kinds[id], id }, near: [a, b] }
    expect(decided({ [id]: 0.8, a: 0.1, b: 0.07 })).toEqual(decision)
  })

  test('asks about what is likeliest, beside the next, though nothing else comes near', () => {
    expect(decided({ a: 0.4, b: 0.01, gap: 0.3 })).toEqual({ kind: 'clarify', entries: [a, b] })
    expect(decided({ a: 0.4, b: 0.01, gap: 0.45 }).kind).toBe('other')
  })

  test('offers no single choice', () => {
    expect(decided({ gap: 0.5, a: 0.45 }).kind).toBe('other')
  })

  test('finds nothing where nothing is likely', () => {
    const nothing = { kind: 'nothing-found', copy: 'decline-nothing-found' }
    expect(decided({ a: 0.1, b: 0.07, gap: 0.2 })).toEqual(nothing)
    expect(decided({})).toEqual(nothing)
  })

  test('passes over an entry that the knowledge no longer has', () => {
    expect(decided({ gone: 0.9, gap: 0.1 }).kind).toBe('nothing-found')
  })
})
