// Weights as text: one printable character a number, so that JSON stays small and packs well. Quick to read back.
import type { Weights } from './packed-weights.ts'

/** What a character can say: 0…90. */
const DIGITS = 91
const FIRST = 35 // "#": after it comes every printable character but the backslash, which JSON would double
const BACKSLASH = 92
/** A weight is −45…45. */
export const LARGEST_WEIGHT = 45
/** "So many classes further on", with the weight after it. The largest digit: further still, and no weight yet. */
const SKIP = DIGITS - 1

export interface SpelledWeights {
  /** Two digits a bucket: how many weights it has. */
  readonly counts: string
  /** How many classes lie between each weight's and the one before it in its bucket. */
  readonly classes: string
  /** A digit a weight. */
  readonly weights: string
}

export function spell({ starts, classOf, weights }: Weights): SpelledWeights {
  const counts: string[] = []
  const classes: string[] = []
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    const end = starts[bucket + 1] ?? 0
    const from = starts[bucket] ?? 0
    counts.push(digit(Math.floor((end - from) / DIGITS)), digit((end - from) % DIGITS))
    let next = 0
    for (let at = from; at < end; at++) {
      const one = classOf[at] ?? 0
      for (; one - next >= SKIP; next += SKIP) classes.push(digit(SKIP))
      classes.push(digit(one - next))
      next = one + 1
    }
  }
  return {
    counts: counts.join(''),
    classes: classes.join(''),
    weights: Array.from(weights, (weight) => digit(weight + LARGEST_WEIGHT)).join(''),
  }
}

/** Plain loops: a server waits for them to start. */
export function readSpelled({ counts, classes, weights }: SpelledWeights): Weights {
  const bucketCount = counts.length / 2
  const starts = new Uint32Array(bucketCount + 1)
  const classOf = new Uint16Array(weights.length)
  const values = new Int8Array(weights.length)
  let read = 0
  let at = 0
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const end = at + DIGITS * valueAt(counts, 2 * bucket) + valueAt(counts, 2 * bucket + 1)
    let next = 0
    for (; at < end; at++) {
      let ahead = valueAt(classes, read++)
      for (; ahead === SKIP; ahead = valueAt(classes, read++)) next += SKIP
      classOf[at] = next + ahead
      next += ahead + 1
      values[at] = valueAt(weights, at) - LARGEST_WEIGHT
    }
    starts[bucket + 1] = at
  }
  return { starts, classOf, weights: values }
}

function digit(value: number): string {
  const code = FIRST + value
  return String.fromCharCode(code < BACKSLASH ? code : code + 1)
}

function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return (code < BACKSLASH ? code : code - 1) - FIRST
}
