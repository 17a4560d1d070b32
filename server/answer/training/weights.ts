// Build time: the dense weights of a fit → the few that are kept, as small whole numbers.
import type { Weights } from '../packed-weights.ts'
import type { Fit } from './descend.ts'
import type { Example } from './example.ts'

/** Weights by which a fit is thinned count more in buckets that are often filled: "what" decides more questions than "arachnophobia". */
const OFTEN = 0.25

/**
 * A fit with its `most` most useful weights, at least one, all others 0. By size alone it would keep more of what was learnt
 * by heart from one example, and lose more in unseen wording (decisions/0010).
 */
export function thinned({ weights, bias }: Fit, examples: readonly Example[], most: number): Fit {
  const classCount = bias.length
  const filled = new Float32Array(weights.length / classCount)
  for (const { buckets, values } of examples)
    buckets.forEach((bucket, at) => {
      filled[bucket] = (filled[bucket] ?? 0) + (values[at] ?? 0) ** 2
    })
  const worths = filled.map((amount) => amount ** OFTEN)
  const worthOf = (weight: number, at: number) => Math.abs(weight) * (worths[Math.floor(at / classCount)] ?? 0)
  const sorted = weights
    .map(worthOf)
    .filter((worth) => worth > 0)
    .sort()
  const least = sorted[Math.max(0, sorted.length - Math.floor(most))] ?? 0
  return { weights: weights.map((weight, at) => (worthOf(weight, at) < least ? 0 : weight)), bias }
}

/** The standard deviation of the weights other than 0. */
export function spreadOf(weights: Float32Array): number {
  let square = 0
  let count = 0
  for (const weight of weights) {
    if (weight === 0) continue
    square += weight * weight
    count++
  }
  return Math.sqrt(square / (count || 1)) || 1
}

/** Those other than 0, divided by `scale`, at most `largest`; what comes to less than half a step is left out. */
export function keep({
  weights,
  classCount,
  scale,
  largest,
}: {
  weights: Float32Array
  classCount: number
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
      if (value === 0) continue
      classOf.push(at)
      kept.push(value)
    }
    starts[bucket + 1] = kept.length
  }
  return { starts, classOf: Uint16Array.from(classOf), weights: Int8Array.from(kept) }
}
