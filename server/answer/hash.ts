// Text → a number, for tables without keys. FNV-1a over UTF-16 units, its halves folded together.

/** What a text's hash has come to so far. To go on with the next piece saves joining them. */
export type HashState = number

const BEGINNING: HashState = 0x811c9dc5

/** 0…2^32−1. */
export function hash(text: string): number {
  return finish(roll(BEGINNING, text))
}

/** The state after a text that all later ones begin with. */
export function begin(prefix: string): HashState {
  return roll(BEGINNING, prefix)
}

/** Goes on with a text, or with its units from `from` up to `to`. */
export function roll(state: HashState, text: string, from = 0, to = text.length): HashState {
  let value = state
  for (let at = from; at < to; at++) {
    value ^= text.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  return value
}

export function finish(state: HashState): number {
  return (state ^ (state >>> 16)) >>> 0
}
