// Words → hashed features with weights: stems, neighbouring pairs, pairs near each other, letter groups. The same for training and asking.
import { stemmer } from 'stemmer'

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
  readonly pairs: Range
  /** Pairs with one or two words between them, in either order. */
  readonly apart?: Range
  readonly letters: Range
}

const TOGETHER: Range = { from: 0, size: 1 << 16 }
/** The server's for dangers: all kinds share 2^16 buckets, which keeps collisions under a tenth. */
export const DANGER_SHAPE: FeatureShape = {
  buckets: TOGETHER.size,
  ...{ stems: TOGETHER, pairs: TOGETHER, letters: TOGETHER },
}
/** The server's for topics, which win a point by pairs apart; dangers lose by them. */
export const TOPIC_SHAPE: FeatureShape = { ...DANGER_SHAPE, apart: TOGETHER }

/** Letter groups inside words let a misspelt or inflected word keep part of its weight. */
const LETTERS = 4
const PAIR_WEIGHT = 0.5
/** "How long … last" means the same with whatever stands between. */
const APART_WEIGHT = 0.6
const MOST_APART = 3
const LETTERS_WEIGHT = 0.7

/** A unit-length sparse vector: bucket → weight. Empty for no words. */
export type Features = ReadonlyMap<number, number>

export function featuresOf(words: readonly string[], shape: FeatureShape): Features {
  const features = new Map<number, number>()
  const add = (name: string, range: Range | undefined, weight: number) => {
    if (!range) return
    const bucket = range.from + (hash(name) % range.size)
    features.set(bucket, Math.max(features.get(bucket) ?? 0, weight))
  }
  const stems = words.map((word) => stemmer(word))
  let previous = '^'
  words.forEach((word, place) => {
    const stem = stems[place] ?? word
    add(`w:${stem}`, shape.stems, 1)
    add(`p:${previous} ${stem}`, shape.pairs, PAIR_WEIGHT)
    const padded = `_${word}_`
    for (let at = 0; at + LETTERS <= padded.length; at++)
      add(`l:${padded.slice(at, at + LETTERS)}`, shape.letters, LETTERS_WEIGHT)
    for (const earlier of stems.slice(Math.max(0, place - MOST_APART), Math.max(0, place - 1)))
      add(`s:${earlier < stem ? `${earlier} ${stem}` : `${stem} ${earlier}`}`, shape.apart, APART_WEIGHT)
    previous = stem
  })
  if (words.length > 0) add(`p:${previous} $`, shape.pairs, PAIR_WEIGHT)
  let square = 0
  for (const weight of features.values()) square += weight * weight
  const length = Math.sqrt(square) || 1
  for (const [bucket, weight] of features) features.set(bucket, weight / length)
  return features
}

/** FNV-1a over UTF-16 units, its halves folded together: 0…2^32−1. */
function hash(name: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < name.length; at++) {
    value ^= name.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  return (value ^ (value >>> 16)) >>> 0
}
