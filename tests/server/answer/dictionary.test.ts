// What words count by being rare, and how words of one kind speak for each other.
import { describe, expect, test } from 'vitest'
import { createDictionary } from '../../../server/answer/dictionary.ts'
import type { FeatureShape } from '../../../server/answer/features.ts'
import { featuresOf, TOPIC_SHAPE } from '../../../server/answer/features.ts'

const dictionary = createDictionary({
  vocabulary: { en: ['the', 'anxiety', 'plasticity', 'no'], es: ['no', 'ansiedad'] },
  kinds: 'doctor nurse surgeon\nclinic hospital\n\nspider snake',
})

describe('rarity', () => {
  const { rarityOf } = dictionary

  test('grows with the place among the frequent words, up to 1 for those that are not among them', () => {
    expect(rarityOf('the')).toBeLessThan(rarityOf('anxiety'))
    expect(rarityOf('anxiety')).toBeLessThan(rarityOf('plasticity'))
    expect(rarityOf('plasticity')).toBeLessThan(1)
    expect(rarityOf('axolotl')).toBe(1)
  })

  test('is small for single letters, which the vocabulary leaves out', () => {
    expect(rarityOf('a')).toBeLessThan(rarityOf('the'))
  })

  test('is the lesser one of a word that both languages have', () => {
    expect(rarityOf('no')).toBeLessThan(rarityOf('plasticity'))
  })

  test('gives a rare word’s features more weight than a frequent word’s', () => {
    const heaviest = (words: readonly string[], besides: readonly string[]) => {
      const others = new Set(featuresOf(besides, TOPIC_SHAPE, dictionary).keys())
      return Math.max(
        ...[...featuresOf(words, TOPIC_SHAPE, dictionary)].flatMap(([at, value]) => (others.has(at) ? [] : [value])),
      )
    }
    expect(heaviest(['the', 'plasticity'], ['the'])).toBeGreaterThan(heaviest(['the', 'plasticity'], ['plasticity']))
  })
})

describe('kinds', () => {
  test('are shared by the words of one line, and families by lines that no empty line parts', () => {
    const [doctor, surgeon, hospital, spider] = ['doctor', 'surgeon', 'hospital', 'spider'].map(dictionary.kindOf)
    expect(surgeon).toEqual(doctor)
    expect(hospital?.kind).not.toBe(doctor?.kind)
    expect(hospital?.family).toBe(doctor?.family)
    expect(spider?.family).not.toBe(doctor?.family)
    expect(dictionary.kindOf('axolotl')).toBeUndefined()
  })

  test('make words alike share features where a shape has room for them, and only there', () => {
    const shared = (shape: FeatureShape) => {
      const of = (word: string) => featuresOf([word, 'zzz'], shape, dictionary)
      const spider = of('spider')
      const doctor = of('doctor')
      return [...of('surgeon').keys()].filter((bucket) => doctor.has(bucket) && !spider.has(bucket)).length
    }
    const { kinds, ...without } = TOPIC_SHAPE
    expect(kinds).toBeDefined()
    expect(shared(TOPIC_SHAPE)).toBeGreaterThan(shared(without))
  })
})
