// Words → hashed features with weights: stems, neighbouring pairs and letter groups. The same for training and asking.
import { stemmer } from 'stemmer'

/** Number of hash buckets. More: fewer features share a bucket, larger model. 2^16 keeps collisions under a tenth. */
export const BUCKETS = 1 << 16

/** Letter groups inside words let a misspelt or inflected word keep part of its weight. */
const LETTERS = 4
const PAIR_WEIGHT = 0.5
const LETTERS_WEIGHT = 0.7

/** A unit-length sparse vector: bucket → weight. Empty for no words. */
export type Features = ReadonlyMap<number, number>

export function featuresOf(words: readonly string[]): Features {
  const features = new Map<number, number>()
  const add = (name: string, weight: number) => {
    const bucket = hash(name)
    features.set(bucket, Math.max(features.get(bucket) ?? 0, weight))
  }
  let previous = '^'
  for (const word of words) {
    const stem = stemmer(word)
    add(`w:${stem}`, 1)
    add(`p:${previous} ${stem}`, PAIR_WEIGHT)
    const padded = `_${word}_`
    for (let at = 0; at + LETTERS <= padded.length; at++) add(`l:${padded.slice(at, at + LETTERS)}`, LETTERS_WEIGHT)
    previous = stem
  }
  if (words.length > 0) add(`p:${previous} $`, PAIR_WEIGHT)
  let square = 0
  for (const weight of features.values()) square += weight * weight
  const length = Math.sqrt(square) || 1
  for (const [bucket, weight] of features) features.set(bucket, weight / length)
  return features
}

/** FNV-1a over UTF-16 units, folded into the buckets. */
function hash(name: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < name.length; at++) {
    value ^= name.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  return (value ^ (value >>> 16)) & (BUCKETS - 1)
}
