// Misspelt words: mended where one word of the phrasings is near, left alone where they are ordinary or far.
import { describe, expect, test } from 'vitest'
import { createCorrect } from '../../../server/answer/correct.ts'
import { thresholds } from '../../../server/answer/thresholds.ts'
import { spellPairs } from '../../../server/answer/word-pairs.ts'

const vocabulary = {
  en: ['the', 'what', 'ketamine', 'anxiety', 'infusion', 'treatment', 'depression', 'doctor', 'safe', 'effects'],
  es: ['que', 'ansiedad', 'ketamina', 'tratamiento', 'cuanto'],
}
const english = 'keratin confusion save affects sage the is'
const kinds = 'anxious\ntreat doctors\n\nsave'
const both = createCorrect({ vocabulary, english, kinds, pairs: '' })
const correct = (words: readonly string[]) => both(words, 'en')
const mended = (text: string) => correct(text.split(' ')).words.join(' ')

describe('correcting', () => {
  test.each([
    ['ketamin', 'ketamine'],
    ['ketamien', 'ketamine'],
    ['ketammine', 'ketamine'],
    ['anxeity', 'anxiety'],
    ['anxity', 'anxiety'],
    ['infuson', 'infusion'],
    ['treatmnet', 'treatment'],
    ['depresion', 'depression'],
    ['docter', 'doctor'],
    ['hwat', 'what'],
    ['qhat', 'what'],
    ['teh', 'the'],
    ['nfusion', 'infusion'],
    ['traetmint', 'treatment'],
  ])('mends %s', (typed, meant) => {
    expect(correct([typed])).toEqual({ words: [meant], corrections: [{ from: typed, to: meant }] })
  })

  test('leaves ordinary English and its own vocabulary untouched', () => {
    for (const word of [...`${english} ${kinds}`.split(/\s+/), ...vocabulary.en, ...vocabulary.es])
      expect(correct([word])).toEqual({ words: [word], corrections: [] })
  })

  test.each(['d0ctor', 'zebra', 'kxtxmxnx', 'k'.repeat(25), '🙂'])('leaves %s as typed', (typed) => {
    expect(correct([typed])).toEqual({ words: [typed], corrections: [] })
  })

  test('keeps the other words and their order', () => {
    expect(mended('is the ketamin safe the docter')).toBe('is the ketamine safe the doctor')
  })

  test('mends the same word alike every time', () => {
    expect(mended('anxeity anxeity')).toBe('anxiety anxiety')
    expect(mended('anxeity')).toBe('anxiety')
  })

  test('looks up a bounded number of unknown words in one question', () => {
    const unknown = Array.from({ length: thresholds.correctionsPerQuestion }, (_, at) => {
      const letters = String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26))
      return `dq${letters}xz`
    })
    const fresh = createCorrect({ vocabulary, english, kinds, pairs: '' })
    expect(fresh([...unknown, 'ketamin'], 'en').words.at(-1)).toBe('ketamin')
    expect(fresh(['ketamin'], 'en').words).toEqual(['ketamine'])
  })

  test('mends each language by its own words', () => {
    expect(both(['ketamin', 'ansieda'], 'es').words).toEqual(['ketamina', 'ansiedad'])
    expect(both(['ketamin', 'ansieda'], 'en').words).toEqual(['ketamine', 'ansieda'])
  })

  test('prefers the more frequent of two words as near', () => {
    const near = createCorrect({ vocabulary: { en: ['mean', 'meal'], es: [] }, english: '', kinds: '', pairs: '' })
    expect(near(['mea'], 'en').words).toEqual(['mean'])
    const other = createCorrect({ vocabulary: { en: ['meal', 'mean'], es: [] }, english: '', kinds: '', pairs: '' })
    expect(other(['mea'], 'en').words).toEqual(['meal'])
  })

  test('prefers, of two words as near, the one that usually stands there', () => {
    const words = { vocabulary: { en: ['the', 'how', 'who', 'long', 'helps'], es: [] }, english: 'is', kinds: '' }
    const beside = (texts: readonly string[]) =>
      createCorrect({ ...words, pairs: spellPairs(texts.flatMap((text) => Array(50).fill(text.split(' ')))) })
    expect(beside(['how long', 'who helps'])(['hwo', 'long'], 'en').words).toEqual(['how', 'long'])
    expect(beside(['how long', 'who helps'])(['hwo', 'helps'], 'en').words).toEqual(['who', 'helps'])
  })

  test('leaves two letters alone: they may be anybody’s abbreviation', () => {
    const words = { vocabulary: { en: ['how', 'long', 'cat'], es: [] }, english: 'is', kinds: '' }
    const pairs = spellPairs(Array(50).fill(['how', 'long']))
    expect(createCorrect({ ...words, pairs })(['hw', 'long', 'ct'], 'en').words).toEqual(['hw', 'long', 'ct'])
  })
})
