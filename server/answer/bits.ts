// An adaptive binary range coder: how likely each bit is, in its context, is learnt while writing and while reading.
// What LZMA uses; here because weights packed by it take a third less than any layout that brotli packs.

const TOP = 2 ** 24
const EVEN = 1024
const SHIFT = 5
const PRECISION = 11

/** One probability a context, all even at first. A context is a small whole number. */
const even = (contexts: number) => new Uint16Array(contexts).fill(EVEN)

export interface BitWriter {
  write(context: number, bit: 0 | 1): void
  end(): Uint8Array
}

export function createBitWriter(contexts: number): BitWriter {
  const chances = even(contexts)
  const bytes: number[] = []
  let low = 0
  let range = 2 ** 32 - 1
  let held = 0
  let waiting = 0

  /** A byte that a carry may still change is held back, with the 255s after it. */
  function shift(): void {
    if (low < 0xff000000 || low >= 2 ** 32) {
      const carry = low >= 2 ** 32 ? 1 : 0
      bytes.push((held + carry) & 0xff)
      for (; waiting > 0; waiting--) bytes.push((0xff + carry) & 0xff)
      held = Math.floor(low / TOP) & 0xff
    } else {
      waiting++
    }
    low = (low % TOP) * 256
  }

  return {
    write: (context, bit) => {
      const chance = chances[context] ?? EVEN
      const bound = (range >>> PRECISION) * chance
      if (bit === 0) {
        range = bound
        chances[context] = chance + (((1 << PRECISION) - chance) >> SHIFT)
      } else {
        low += bound
        range -= bound
        chances[context] = chance - (chance >> SHIFT)
      }
      while (range < TOP) {
        range *= 256
        shift()
      }
    },
    end: () => {
      for (let at = 0; at < 5; at++) shift()
      return Uint8Array.from(bytes.slice(1)) // the first is the empty one held at the beginning
    },
  }
}

/** Reads back, with the same contexts in the same order, what a writer wrote. */
export function createBitReader(bytes: Uint8Array, contexts: number): (context: number) => 0 | 1 {
  const chances = even(contexts)
  let at = 0
  let range = 2 ** 32 - 1
  let code = 0
  const next = () => bytes[at++] ?? 0
  for (let first = 0; first < 4; first++) code = code * 256 + next()
  return (context) => {
    const chance = chances[context] ?? EVEN
    const bound = (range >>> PRECISION) * chance
    const bit = code < bound ? 0 : 1
    if (bit === 0) {
      range = bound
      chances[context] = chance + (((1 << PRECISION) - chance) >> SHIFT)
    } else {
      code -= bound
      range -= bound
      chances[context] = chance - (chance >> SHIFT)
    }
    while (range < TOP) {
      range *= 256
      code = code * 256 + next()
    }
    return bit
  }
}
