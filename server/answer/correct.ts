// Misspelt words → words of the phrasings. A scan and Fuse propose, the cost of the slip disposes; ordinary English is never touched.
import Fuse from 'fuse.js'
import type { Lang } from '../contract.ts'
import type { Model } from './model.ts'
import { slipCost } from './slip-cost.ts'
import { thresholds } from './thresholds.ts'
import type { PairStrength } from './word-pairs.ts'
import { createPairs, END, START } from './word-pairs.ts'

export interface Correction {
  readonly from: string
  readonly to: string
}

export interface Corrected {
  readonly words: readonly string[]
  readonly corrections: readonly Correction[]
}

export type Correct = (words: readonly string[], lang: Lang) => Corrected

/** What may have been meant is remembered up to a bound, and Fuse's indexes built when they are first needed. */
export function createCorrect({
  vocabulary,
  english,
  kinds,
  pairs,
}: Pick<Model, 'vocabulary' | 'english' | 'kinds' | 'pairs'>): Correct {
  const known = new Set([...`${english} ${kinds}`.split(/\s/), ...vocabulary.en, ...vocabulary.es])
  const proposalsFor = { en: createPropose(vocabulary.en), es: createPropose(vocabulary.es) }
  const choose = createChoose(createPairs(pairs))
  const remembered = new Map<string, readonly Proposal[]>()
  const isCorrectable = (word: string) =>
    word.length >= thresholds.correctionMinLength && word.length <= MAX_LENGTH && !known.has(word) && !/\d/.test(word)

  return (words, lang) => {
    const corrections: Correction[] = []
    let looked = 0
    function proposalsOf(word: string): readonly Proposal[] {
      const key = `${lang} ${word}`
      const earlier = remembered.get(key)
      if (earlier) return earlier
      if (++looked > thresholds.correctionsPerQuestion) return []
      const proposals = proposalsFor[lang](word)
      if (remembered.size < MOST_REMEMBERED) remembered.set(key, proposals)
      return proposals
    }
    const corrected: string[] = []
    words.forEach((word, at) => {
      const to = isCorrectable(word)
        ? choose(proposalsOf(word), corrected[at - 1] ?? START, words[at + 1] ?? END)
        : null
      if (to !== null) corrections.push({ from: word, to })
      corrected.push(to ?? word)
    })
    return { words: corrected, corrections }
  }
}

/** Letters; longer "words" are none. */
const MAX_LENGTH = 24
const MOST_REMEMBERED = 5000

/** A word that may have been meant. */
interface Proposal {
  readonly word: string
  /** The slip's cost and the word's own; less is likelier. */
  readonly cost: number
}

/** Words, most frequent first → what somebody may have meant who typed a word that is none, likeliest first. */
function createPropose(words: readonly string[]): (typed: string) => readonly Proposal[] {
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

  /** Those that a slip can have led away from; rarer words count as dearer. */
  function likely(typed: string, among: readonly string[]): readonly Proposal[] {
    const most = MOST_COST.find(({ letters }) => typed.length <= letters)?.cost ?? 0
    const mostRank = typed.length <= SHORT ? MAX_RANK_OF_SHORT : Infinity
    return among
      .flatMap((word) => {
        const rank = rankOf.get(word) ?? 0
        const slip = rank > mostRank ? Infinity : slipCost(typed, word, most)
        const cost = slip + thresholds.correctionRarity * Math.log2(rank + COMMONEST)
        return cost < Infinity ? [{ word, cost }] : []
      })
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_PROPOSALS)
  }

  return (typed) => {
    const near = likely(typed, nearby(typed))
    return near.length > 0 ? near : likely(typed, alike(typed))
  }
}

/** The likeliest between its neighbours, which a cheap slip or a frequent word alone does not tell: "hwo long", "hwo can help me". */
function createChoose(strengthOf: PairStrength) {
  return (proposals: readonly Proposal[], left: string, right: string): string | null => {
    let best: Proposal | null = null
    for (const { word, cost } of proposals) {
      const strength = strengthOf(left, word) + strengthOf(word, right)
      const together = cost - thresholds.correctionContext * strength
      if (together < (best?.cost ?? Infinity)) best = { word, cost: together }
    }
    return best?.word ?? null
  }
}

/** What neighbours decide between; more are never chosen. */
const MOST_PROPOSALS = 12

/** How much slips may cost together (slip-cost.ts), by the length of what was typed. */
const MOST_COST = [
  { letters: 3, cost: 1 },
  { letters: 5, cost: 1.4 },
  { letters: 8, cost: 2 },
  { letters: MAX_LENGTH, cost: 3 },
] as const
/** Nearly every three letters are one slip from some word, so only frequent ones are believed. */
const SHORT = 3
const MAX_RANK_OF_SHORT = 1500
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
