// How much a word says by being rare: "ketamine" and "the" tell less of what is asked than "plasticity".
import type { Model } from './model.ts'

/** 0…1: near 0 for the most frequent words, 1 for those that the vocabulary does not have, single letters among them. */
export type Rarity = (word: string) => number

/** By place among the words that phrasings have, most frequent first, on a logarithmic scale. A word of two languages is as rare as where it is less so. */
export function createRarity({ en, es }: Model['vocabulary']): Rarity {
  const rarities = new Map<string, number>()
  for (const words of [en, es])
    words.forEach((word, place) => {
      const rarity = Math.log(2 + place) / Math.log(2 + words.length)
      rarities.set(word, Math.min(rarity, rarities.get(word) ?? 1))
    })
  return (word) => rarities.get(word) ?? 1
}
