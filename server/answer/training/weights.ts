// Build time: the dense weights of a fit → the few that are kept, as small whole numbers.
import type { Weights } from '../packed-weights.ts'

/** How large the largest `most` weights are at least; 0 when there are no more than that. */
export function sizeOfSmallest(weights: Float32Array, most: number): number {
  const sizes = Float32Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort()
  return sizes[Math.max(0, sizes.length - most)] ?? 0
}

/** The standard deviation of the weights of at least `least` in size, other than 0. */
export function spreadOf(weights: Float32Array, least: number): number {
  let square = 0
  let count = 0
  for (const weight of weights) {
    if (weight === 0 || Math.abs(weight) < least) continue
    square += weight * weight
    count++
  }
  return Math.sqrt(square / (count || 1)) || 1
}

/** Those of at least `least` in size, divided by `scale`, at most `largest`. */
export function keep({
  weights,
  classCount,
  least,
  scale,
  largest,
}: {
  weights: Float32Array
  classCount: number
  least: number
  scale: number
  largest: number
}): Weights {
  const bucketCount = weights.length / classCount
  const starts = new Uint32Array(bucketCount + 1)
  const classOf: number[] = []
  const kept: number[] = []
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    for (let at = 0; at < classCount; at++) {
      const weight = weights[bucket * classCount + at] ?? 0
      const value = Math.max(-largest, Math.min(largest, Math.round(weight / scale)))
      if (value === 0 || Math.abs(weight) < least) continue
      classOf.push(at)
      kept.push(value)
    }
    starts[bucket + 1] = kept.length
  }
  return { starts, classOf: Uint16Array.from(classOf), weights: Int8Array.from(kept) }
}
