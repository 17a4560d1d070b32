// What words count by being rare.
import { describe, expect, test } from 'vitest'
import { featuresOf, TOPIC_SHAPE } from '../../../server/answer/features.ts'
import { createRarity } from '../../../server/answer/rarity.ts'

describe('rarity', () => {
  const rarity = createRarity({ en: ['the', 'anxiety', 'plasticity', 'no'], es: ['no', 'ansiedad'] })

  test('grows with the place among the frequent words, up to 1 for those that are not among them', () => {
    expect(rarity('the')).toBeLessThan(rarity('anxiety'))
    expect(rarity('anxiety')).toBeLessThan(rarity('plasticity'))
    expect(rarity('plasticity')).toBeLessThan(1)
    expect(rarity('axolotl')).toBe(1)
  })

  test('is the lesser one of a word that both languages have', () => {
    expect(rarity('no')).toBeLessThan(rarity('plasticity'))
  })

  test('gives a rare word’s features more weight than a frequent word’s', () => {
    const heaviest = (words: readonly string[], besides: readonly string[]) => {
      const others = new Set(featuresOf(besides, TOPIC_SHAPE, rarity).keys())
      return Math.max(
        ...[...featuresOf(words, TOPIC_SHAPE, rarity)].flatMap(([at, value]) => (others.has(at) ? [] : [value])),
      )
    }
    expect(heaviest(['the', 'plasticity'], ['the'])).toBeGreaterThan(heaviest(['the', 'plasticity'], ['plasticity']))
  })
})
