// Slips made for training: the same each run, in some words, one a word.
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../../../server/answer/training/random.ts'
import { mistyped } from '../../../../server/answer/training/slips.ts'

const words = 'how does ketamine help someone who is anxious and cannot sleep at night because of it'.split(' ')

describe('mistyping', () => {
  test('is the same in every run', () => {
    expect(mistyped(words, createRandom())).toEqual(mistyped(words, createRandom()))
  })

  test('leaves most words, and makes one slip in the others', () => {
    const random = createRandom(3)
    const runs = Array.from({ length: 200 }, () => mistyped(words, random))
    const changed = runs.flatMap((run) => run.filter((word, at) => word !== words[at])).length
    expect(changed / (200 * words.length)).toBeGreaterThan(0.2)
    expect(changed / (200 * words.length)).toBeLessThan(0.4)
    for (const run of runs)
      for (const [at, word] of run.entries())
        expect(Math.abs(word.length - (words[at] ?? '').length), word).toBeLessThanOrEqual(1)
  })
})
