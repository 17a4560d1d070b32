// Words → hashed features with weights: stems, words and their kinds, neighbouring pairs and triples, pairs near each other, letter
// groups. The same for training and asking.
import { stemmer } from 'stemmer'
import type { Dictionary, Kind } from './dictionary.ts'
import type { HashState } from './hash.ts'
import { begin, finish, roll } from './hash.ts'

/** Hash buckets from `from`, `size` of them. */
interface Range {
  readonly from: number
  readonly size: number
}

/** Where each kind of feature goes. More buckets: fewer features share one, larger model. */
export interface FeatureShape {
  /** Of all kinds together. */
  readonly buckets: number
  readonly stems: Range
  /** Words as they stand. */
  readonly words?: Range
  readonly pairs: Range
  /** Pairs with one or two words between them, in either order. */
  readonly apart?: Range
  readonly triples?: Range
  readonly letters: Range
  /** Which kind words are of, and of two that are neighbours (dictionary.ts). */
  readonly kinds?: Range
  /** Whether rare words count for more (dictionary.ts). */
  readonly byRarity?: boolean
}

const shared = (size: number) => {
  const range: Range = { from: 0, size }
  return { buckets: size, stems: range, pairs: range, letters: range }
}
const SHARED = shared(1 << 17)
/** The server's for dangers. */
export const DANGER_SHAPE: FeatureShape = { ...SHARED, kinds: SHARED.stems }
/** The server's for topics. All it has more than the dangers' wins points for topics, and lost some where dangers were given it. */
export const TOPIC_SHAPE: FeatureShape = {
  ...DANGER_SHAPE,
  ...{ words: SHARED.stems, apart: SHARED.stems, triples: SHARED.stems },
  byRarity: true,
}

/** Letter groups inside words let a misspelt or inflected word keep part of its weight. */
const LETTERS = 4
const WORD_WEIGHT = 0.4
const PAIR_WEIGHT = 0.5
/** "How long … last" means the same with whatever stands between. */
const APART_WEIGHT = 0.6
const MOST_APART = 3
const TRIPLE_WEIGHT = 0.5
const LETTERS_WEIGHT = 0.7
/** A word nobody wrote in a phrasing is understood as far as others of its kind were written: "surgeon" by "doctor". */
const KIND_WEIGHT = 0.6
const KIND_PAIR_WEIGHT = 0.5

/** A unit-length sparse vector: bucket → weight. Empty for no words. */
export type Features = ReadonlyMap<number, number>

type Add = (name: HashState, range: Range, weight: number) => void

/** What the names of features begin with, by kind. */
const STEM = begin('w:')
const WORD = begin('u:')
const PAIR = begin('p:')
const TRIPLE = begin('t:')
const APART = begin('s:')
const LETTER_GROUP = begin('l:')
const KIND = begin('k:')
const FAMILY = begin('f:')
const KIND_PAIR = begin('kk:')
const FAMILY_PAIR = begin('ff:')
/** A name of several parts: a space between them. */
const and = (name: HashState, part: string) => roll(roll(name, ' '), part)

/** @param dictionary asked for what the shape wants of it; without one all words count alike, and none is of any kind. */
export function featuresOf(words: readonly string[], shape: FeatureShape, dictionary?: Dictionary): Features {
  const features = new Map<number, number>()
  const add: Add = (name, range, weight) => {
    const bucket = range.from + (finish(name) % range.size)
    features.set(bucket, Math.max(features.get(bucket) ?? 0, weight))
  }
  const stems = words.map((word) => stemmer(word))
  const worths = words.map((word) => (shape.byRarity && dictionary ? dictionary.rarityOf(word) : 1))
  /** What two words are worth together. */
  const both = (one: number, other: number) => Math.sqrt((worths[one] ?? 1) * (worths[other] ?? 1))
  let beforeLast = ''
  let previous = '^'
  words.forEach((word, place) => {
    const stem = stems[place] ?? word
    const worth = worths[place] ?? 1
    add(roll(STEM, stem), shape.stems, worth)
    if (shape.words) add(roll(WORD, word), shape.words, WORD_WEIGHT * worth)
    add(and(roll(PAIR, previous), stem), shape.pairs, PAIR_WEIGHT * both(place - 1, place))
    if (shape.triples && place > 0)
      add(and(and(roll(TRIPLE, beforeLast), previous), stem), shape.triples, TRIPLE_WEIGHT)
    const padded = `_${word}_`
    for (let at = 0; at + LETTERS <= padded.length; at++)
      add(roll(LETTER_GROUP, padded, at, at + LETTERS), shape.letters, LETTERS_WEIGHT * worth)
    for (let earlier = Math.max(0, place - MOST_APART); shape.apart && earlier < place - 1; earlier++) {
      const other = stems[earlier] ?? ''
      const [first, last] = other < stem ? [other, stem] : [stem, other]
      add(and(roll(APART, first), last), shape.apart, APART_WEIGHT * both(earlier, place))
    }
    beforeLast = previous
    previous = stem
  })
  if (words.length > 0) add(and(roll(PAIR, previous), '$'), shape.pairs, PAIR_WEIGHT)
  if (shape.kinds && dictionary) addKinds(words, dictionary, shape.kinds, add)
  let square = 0
  for (const weight of features.values()) square += weight * weight
  const length = Math.sqrt(square) || 1
  for (const [bucket, weight] of features) features.set(bucket, weight / length)
  return features
}

function addKinds(words: readonly string[], { kindOf }: Dictionary, range: Range, add: Add): void {
  let previous: Kind | undefined
  for (const word of words) {
    const kind = kindOf(word)
    if (kind) {
      add(roll(KIND, kind.kind), range, KIND_WEIGHT)
      add(roll(FAMILY, kind.family), range, KIND_WEIGHT)
      if (previous) {
        add(and(roll(KIND_PAIR, previous.kind), kind.kind), range, KIND_PAIR_WEIGHT)
        add(and(roll(FAMILY_PAIR, previous.family), kind.family), range, KIND_PAIR_WEIGHT)
      }
    }
    previous = kind
  }
}
