// What is known of single words: how much a word says by being rare, and of which kind it is.
import type { Correct } from './correct.ts'
import type { Model } from './model.ts'

export interface Dictionary {
  /** 0…1: near 0 for the most frequent words, 1 for those that the vocabulary does not have. */
  rarityOf(word: string): number
  /** Words that are said of the same things share a kind ("doctor", "nurse"), and kinds that are near each other a family. */
  kindOf(word: string): Kind | undefined
}

/** What knows about words. A model's are made once, as both of its halves read by them. */
export interface WordTools {
  readonly correct: Correct
  readonly dictionary: Dictionary
}

/** Names that mean nothing by themselves: the same for words alike. */
export interface Kind {
  readonly kind: string
  readonly family: string
}

export function createDictionary({ vocabulary, kinds }: Pick<Model, 'vocabulary' | 'kinds'>): Dictionary {
  const rarities = raritiesOf(vocabulary)
  const kindOf = kindsOf(kinds)
  return {
    // The vocabulary has no single letters. Those that are words ("a", "i", Spanish "y") say as little as "the"; "k" may be ketamine.
    rarityOf: (word) => rarities.get(word) ?? (LETTER_WORDS.has(word) ? LEAST : 1),
    kindOf: (word) => kindOf.get(word),
  }
}

const LEAST = 0.1
/** Single letters that are words, in English or Spanish. */
const LETTER_WORDS = new Set('aeiouy')

/** By place among the words that phrasings and messages have, most frequent first, on a logarithmic scale. A word of two languages is as rare as where it is less so. */
function raritiesOf({ en, es }: Model['vocabulary']): ReadonlyMap<string, number> {
  const rarities = new Map<string, number>()
  for (const words of [en, es])
    words.forEach((word, place) => {
      const rarity = Math.log(2 + place) / Math.log(2 + words.length)
      rarities.set(word, Math.min(rarity, rarities.get(word) ?? 1))
    })
  return rarities
}

/** @param listed one kind a line, an empty line between families. */
function kindsOf(listed: string): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>()
  let kind = 0
  let family = 0
  for (const line of listed.split('\n')) {
    if (line === '') family++
    else {
      const one: Kind = { kind: String(++kind), family: String(family) }
      for (const word of line.split(' ')) found.set(word, one)
    }
  }
  return found
}
