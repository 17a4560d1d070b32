// Text → a number, for tables without keys.

/** FNV-1a over UTF-16 units, its halves folded together: 0…2^32−1. */
export function hash(name: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < name.length; at++) {
    value ^= name.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  return (value ^ (value >>> 16)) >>> 0
}
