// Chance with a seed, so that whoever runs it again gets the same.

export interface Random {
  /** 0 ≤ n < `count`, a whole number. */
  below(count: number): number
  shuffled<T>(list: readonly T[]): readonly T[]
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const below = (count: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count)
  }
  return {
    below,
    shuffled: (list) => {
      const order = [...list]
      for (let at = order.length - 1; at > 0; at--) {
        const other = below(at + 1)
        const [a, b] = [order[at], order[other]] as [(typeof order)[number], (typeof order)[number]] // both inside
        order[at] = b
        order[other] = a
      }
      return order
    },
  }
}
