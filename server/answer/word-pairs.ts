// Which words stand side by side in phrasings, and how often: "what is", "does it". Tells which of two words a slip was meant to be.
import { hash } from './hash.ts'

/**
 * 0 and up: the binary logarithm of how often the pair was seen, 0 for one that was not. Four in ten of those that were not
 * share a cell with one that was, and seem so: it may tilt a choice, and decides none by itself.
 */
export type PairStrength = (left: string, right: string) => number

/** Stand for what is before the first word and after the last. */
export const START = '^'
export const END = '$'

/** More cells: fewer pairs that share one, and a larger model. Four in ten are filled. */
const CELLS = 1 << 17
/** Seen once, a pair says little, and most were seen no more than once. */
const LEAST = 2
/** Steps an octave. */
const STEPS = 2
const ZERO = 35 // "#": after it come printable characters that JSON leaves as they are
const MOST = 26

/** A character a cell. @param texts as normalised, before correction: correction needs the pairs. */
export function spellPairs(texts: Iterable<readonly string[]>): string {
  const counts = new Map<string, number>()
  for (const words of texts) {
    let left = START
    for (const right of [...words, END]) {
      const pair = `${left} ${right}`
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
      left = right
    }
  }
  const cells = new Uint8Array(CELLS)
  for (const [pair, count] of counts) {
    if (count < LEAST) continue
    const cell = hash(pair) % CELLS
    const digit = Math.min(MOST, Math.round(STEPS * Math.log2(count)))
    cells[cell] = Math.max(cells[cell] ?? 0, digit)
  }
  return Array.from(cells, (digit) => String.fromCharCode(ZERO + digit)).join('')
}

/** @param spelled as `spellPairs` made it; empty where no pairs are known. */
export function createPairs(spelled: string): PairStrength {
  if (spelled === '') return () => 0
  return (left, right) => (spelled.charCodeAt(hash(`${left} ${right}`) % CELLS) - ZERO) / STEPS
}
