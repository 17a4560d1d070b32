// Which words stand side by side, spelt as text and read back.
import { describe, expect, test } from 'vitest'
import { createPairs, END, START, spellPairs } from '../../../server/answer/word-pairs.ts'

const texts = [...Array(8).fill(['how', 'long']), ...Array(2).fill(['how', 'safe']), ['how', 'odd']]
const strengthOf = createPairs(spellPairs(texts))

describe('word pairs', () => {
  test('are the stronger the more often they were seen, in octaves', () => {
    expect(strengthOf('how', 'long')).toBe(3)
    expect(strengthOf('how', 'safe')).toBe(1)
  })

  test('say nothing of what was seen once, never, or the other way round', () => {
    expect(strengthOf('how', 'odd')).toBe(0)
    expect(strengthOf('how', 'axolotl')).toBe(0)
    expect(strengthOf('long', 'how')).toBe(0)
  })

  test('know what begins and ends a text', () => {
    expect(strengthOf(START, 'how')).toBeGreaterThan(3)
    expect(strengthOf('long', END)).toBe(3)
    expect(strengthOf(START, 'long')).toBe(0)
  })

  test('are printable, and as JSON no longer than they are', () => {
    const spelled = spellPairs([...Array(100_000)].map(() => ['very', 'often']))
    expect(JSON.stringify(spelled)).toHaveLength(spelled.length + 2)
    expect(createPairs(spelled)('very', 'often')).toBeCloseTo(13)
  })

  test('are all alike where none are known', () => {
    expect(createPairs('')('how', 'long')).toBe(0)
  })
})
