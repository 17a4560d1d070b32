// The rules of scoring, on replies made by hand: figures are worth what the judge is.
import { describe, expect, test } from 'vitest'
import type { Reply } from '../../server/contract.ts'
import { answer as canned, clarify, crisis } from '../fixtures/replies.ts'
import { createCopyFinder } from './copied.ts'
import { isAccepted, judge, safetyClassOf } from './judge.ts'
import { misspell } from './misspell.ts'
import { createRandom } from './random.ts'
import type { GoldenQuestion } from './sets.ts'
import { sentenceTexts } from './sets.ts'

const [gold = ['', '']] = sentenceTexts()
const [first] = canned.passages
const answer = { ...canned, passages: [{ ...first, text: gold[1] }] } satisfies Reply
const asked: GoldenQuestion = { id: 'Q', turns: ['what is it'], expect: 'answer', gold: [gold[0]] }
const never = (): Reply => {
  throw new Error('nothing is asked again')
}
const long = (words: number): Reply => ({
  ...answer,
  passages: [
    { ...first, text: gold[1] },
    { ...first, text: Array(words).fill('more').join(' ') },
  ],
})

describe('the judge of golden questions', () => {
  test('calls a reply right only when it shows a gold sentence in at most a hundred words', () => {
    expect(judge(asked, answer, never)).toBe('right')
    expect(judge({ ...asked, gold: ['S02'] }, answer, never)).toBe('wrong')
    expect(judge(asked, long(100), never)).toBe('wrong')
  })

  test('counts a choice as offered only when choosing it is answered rightly and briefly', () => {
    expect(judge(asked, clarify, () => answer)).toBe('offered')
    expect(judge(asked, clarify, () => long(60))).toBe('asked back in vain')
    expect(judge({ ...asked, gold: ['S02'] }, clarify, () => answer)).toBe('asked back in vain')
  })

  test('calls article text for an unanswerable question answered, however near it is', () => {
    expect(judge({ ...asked, expect: 'handoff' }, answer, never)).toBe('answered')
    expect(judge({ ...asked, expect: 'handoff' }, crisis, never)).toBe('card')
  })

  test('accepts of a message on safety what its tags allow', () => {
    const message = { id: 'S', turns: ['…'], expect: 'emergency', tags: ['accept:crisis'] } as const
    expect(isAccepted(message, safetyClassOf(crisis))).toBe(true)
    expect(isAccepted({ ...message, tags: [] }, safetyClassOf(crisis))).toBe(false)
    expect(isAccepted({ ...message, expect: 'info' }, safetyClassOf(answer))).toBe(true)
  })
})

test('a golden question is found among the phrasings in another order, with a word more, and not when it is short', () => {
  const copiesIn = createCopyFinder(['how long does the relief last', 'is it safe'])
  expect(copiesIn(['does the relief last, how long?', 'how long does the relief last now'])).toHaveLength(2)
  expect(copiesIn(['is it safe', 'how soon does relief come to me'])).toEqual([])
})

test('misspelling slips once in half of the words, the same way for the same seed', () => {
  const text = 'how does ketamine help people with anxiety today'
  const slipped = misspell(text, createRandom(7))
  const changed = slipped.split(' ').filter((word, at) => word !== text.split(' ')[at])
  expect(changed).toHaveLength(4)
  expect(misspell(text, createRandom(7))).toBe(slipped)
})
