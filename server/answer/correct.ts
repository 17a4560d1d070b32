// Misspelt words → words of the phrasings. A scan and Fuse propose, the cost of the slip disposes; ordinary English is never touched.
import Fuse from 'fuse.js'
import type { Lang } from '../contract.ts'
import type { Model } from './model.ts'
import { slipCost } from './slip-cost.ts'
import { thresholds } from './thresholds.ts'

export interface Correction {
  readonly from: string
  readonly to: string
}

export interface Corrected {
  readonly words: readonly string[]
  readonly corrections: readonly Correction[]
}

export type Correct = (words: readonly string[], lang: Lang) => Corrected

/** Results are remembered up to a bound, and Fuse's indexes built when they are first needed. */
export function createCorrect({ vocabulary, english }: Pick<Model, 'vocabulary' | 'english'>): Correct {
  const known = new Set([...english.split(' '), ...vocabulary.en, ...vocabulary.es])
  const wordMeant = { en: createGuess(vocabulary.en), es: createGuess(vocabulary.es) }
  const remembered = new Map<string, string | null>()
  const isCorrectable = (word: string) =>
    word.length >= thresholds.correctionMinLength && word.length <= MAX_LENGTH && !known.has(word) && !/\d/.test(word)

  return (words, lang) => {
    const corrections: Correction[] = []
    let looked = 0
    const corrected = words.map((word) => {
      if (!isCorrectable(word)) return word
      const key = `${lang} ${word}`
      let to = remembered.get(key)
      if (to === undefined) {
        if (++looked > thresholds.correctionsPerQuestion) return word
        to = wordMeant[lang](word)
        if (remembered.size < MOST_REMEMBERED) remembered.set(key, to)
      }
      if (to === null) return word
      corrections.push({ from: word, to })
      return to
    })
    return { words: corrected, corrections }
  }
}

/** Letters; longer "words" are none. */
const MAX_LENGTH = 24
const MOST_REMEMBERED = 5000

/** Words, most frequent first → which of them somebody meant who typed a word that is none. */
function createGuess(words: readonly string[]): (typed: string) => string | null {
  const rankOf = new Map(words.map((word, rank) => [word, rank]))
  const byLength = grouped(words, (word) => word.length)
  const byLetter = grouped(words, (word) => word.charAt(0))
  const indexes = new Map<string, Fuse<string>>()

  /** One edit away, whatever letter they begin with. */
  function nearby(typed: string): readonly string[] {
    const { length } = typed
    return [length - 1, length, length + 1].flatMap(
      (one) => byLength.get(one)?.filter((word) => isOneEdit(typed, word)) ?? [],
    )
  }

  /** Of the same first letter, and alike to Fuse. */
  function alike(typed: string): readonly string[] {
    const letter = typed.charAt(0)
    const candidates = byLetter.get(letter)
    if (!candidates) return []
    const index =
      indexes.get(letter) ?? new Fuse(candidates, { threshold: 0.4, ignoreLocation: true, ignoreFieldNorm: true })
    indexes.set(letter, index)
    return index.search(typed, { limit: thresholds.correctionProposals }).map(({ item }) => item)
  }

  /** The cheapest slip, where rarer words count as dearer. */
  function likeliest(typed: string, proposals: readonly string[]): string | null {
    const most = MOST_COST.find(({ letters }) => typed.length <= letters)?.cost ?? 0
    const mostRank = typed.length <= SHORT ? MAX_RANK_OF_SHORT : Infinity
    let best: { readonly word: string; readonly cost: number } | null = null
    for (const word of proposals) {
      const rank = rankOf.get(word) ?? 0
      if (rank > mostRank) continue
      const cost = slipCost(typed, word, most) + thresholds.correctionRarity * Math.log2(rank + COMMONEST)
      if (cost < (best?.cost ?? Infinity)) best = { word, cost }
    }
    return best?.word ?? null
  }

  return (typed) => likeliest(typed, nearby(typed)) ?? likeliest(typed, alike(typed))
}

/** How much slips may cost together (slip-cost.ts), by the length of what was typed. */
const MOST_COST = [
  { letters: 3, cost: 1 },
  { letters: 5, cost: 1.4 },
  { letters: 8, cost: 2 },
  { letters: MAX_LENGTH, cost: 3 },
] as const
/** Nearly every three letters are one slip from some word, so only frequent ones are believed. */
const SHORT = 3
const MAX_RANK_OF_SHORT = 1000
/** The most frequent words count as equally so. */
const COMMONEST = 8

function grouped<Key>(words: readonly string[], keyOf: (word: string) => Key): ReadonlyMap<Key, readonly string[]> {
  const groups = new Map<Key, string[]>()
  for (const word of words) {
    const group = groups.get(keyOf(word))
    if (group) group.push(word)
    else groups.set(keyOf(word), [word])
  }
  return groups
}

/** True when one letter more, less, other or swapped with its neighbour makes one of the other. */
function isOneEdit(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [inA, inB] = [a.length - start - end, b.length - start - end]
  if (inA <= 1 && inB <= 1) return true
  return inA === 2 && inB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}
