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
const decide = createDecide({ entries: [a, b, c, d] })

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

  test('asks back where another entry is nearly as likely, however far the gaps are', () => {
    expect(decided({ a: 0.45, b: 0.4, gap: 0.01 })).toEqual({ kind: 'clarify', entries: [a, b] })
  })

  test('asks which of two was meant when neither is sure', () => {
    expect(decided({ a: 0.4, b: 0.35, c: 0.01, gap: 0.2 })).toEqual({ kind: 'clarify', entries: [a, b] })
  })

  test('offers at most three choices, best first', () => {
    expect(decided({ a: 0.25, b: 0.35, c: 0.3, gap: 0.1 })).toEqual({ kind: 'clarify', entries: [b, c, a] })
  })

  test('counts entries that quote the same sentence together, and answers the better one', () => {
    expect(decided({ a: 0.3, d: 0.4, b: 0.2, gap: 0.1 })).toEqual(answer(d))
  })

  test('offers no choice that quotes what a better one already says', () => {
    expect(decided({ b: 0.45, a: 0.22, d: 0.2, gap: 0.13 })).toEqual({ kind: 'clarify', entries: [b, a] })
  })

  test.each(['gap', 'hello', 'hours'])('lets the %s speak for itself when it is ahead of the entries', (id) => {
    const decision = { kind: 'other', class: { kind: kinds[id], id }, near: [a, b] }
    expect(decided({ [id]: 0.7, a: 0.2, b: 0.1 })).toEqual(decision)
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
