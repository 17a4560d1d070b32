// How little it takes to mistype one word as another: edits weighed by how readily fingers and ears make them.
import { NEIGHBOURS } from './keyboard.ts'

const VOWELS = 'aeiouy'
/** Letters that are heard alike. */
const ALIKE = ['ck', 'cs', 'sz', 'fv', 'dt', 'gj', 'mn', 'bp', 'kq', 'vw'] as const
const ALIKE_PAIRS = new Set(ALIKE.flatMap((pair) => [pair, `${pair[1]}${pair[0]}`]))

/** One edit that nothing explains costs 1; one that many make costs this much. */
const COMMON = 0.7
const DOUBLED = 0.5
const SWAPPED = 0.6
/** People rarely miss a word's first letter. */
const FIRST_LETTER = 0.3
/** Written as it sounds, however many letters that takes. */
const SOUNDED = 0.9

/** 0 for the same word; Infinity when every way costs more than `most`. */
export function slipCost(typed: string, meant: string, most: number): number {
  const cost = editCost(typed, meant, most)
  if (cost <= SOUNDED || most < SOUNDED || soundOf(typed) !== soundOf(meant)) return cost
  return SOUNDED
}

/** Damerau–Levenshtein (optimal string alignment) with the costs above. */
function editCost(typed: string, meant: string, most: number): number {
  if (Math.abs(typed.length - meant.length) * DOUBLED > most) return Infinity
  let before: number[] = []
  let above = [0]
  for (let column = 1; column <= meant.length; column++) above.push((above[column - 1] ?? 0) + lost(meant, column - 1))
  let leastAbove = 0
  for (let row = 1; row <= typed.length; row++) {
    const current = [(above[0] ?? 0) + added(typed, row - 1)]
    let least = current[0] ?? 0
    for (let column = 1; column <= meant.length; column++) {
      let cost = Math.min(
        (above[column] ?? 0) + added(typed, row - 1),
        (current[column - 1] ?? 0) + lost(meant, column - 1),
        (above[column - 1] ?? 0) + mistaken(typed, row - 1, meant, column - 1),
      )
      const isSwap =
        row > 1 && column > 1 && typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + SWAPPED)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (Math.min(least, leastAbove) > most) return Infinity // a swap reaches back two rows
    leastAbove = least
    before = above
    above = current
  }
  const cost = above[meant.length] ?? Infinity
  return cost > most ? Infinity : cost
}

function added(typed: string, at: number): number {
  if (typed[at] === typed[at - 1] || typed[at] === typed[at + 1]) return DOUBLED
  return at === 0 ? 1 + FIRST_LETTER : 1
}

function lost(meant: string, at: number): number {
  if (meant[at] === meant[at - 1]) return DOUBLED
  if (at === 0) return 1 + FIRST_LETTER
  return VOWELS.includes(meant[at] ?? '') ? COMMON : 1
}

function mistaken(typed: string, row: number, meant: string, column: number): number {
  const one = typed[row] ?? ''
  const other = meant[column] ?? ''
  if (one === other) return 0
  const isCommon =
    (VOWELS.includes(one) && VOWELS.includes(other)) ||
    ALIKE_PAIRS.has(one + other) ||
    (NEIGHBOURS[one]?.includes(other) ?? false)
  return (isCommon ? COMMON : 1) + (column === 0 ? FIRST_LETTER : 0)
}

const SOUNDS: readonly (readonly [written: RegExp, heard: string])[] = [
  [/^(?:kn|gn)/, 'n'],
  [/^psych/, 'sik'],
  [/^ps/, 's'],
  [/^wr/, 'r'],
  [/(?:gh|h)(?=t)/g, ''],
  [/ph/g, 'f'],
  [/(?:t|s|c)i(?=on|ou|a)/g, 'sh'],
  [/ss?ure$/, 'shur'],
  [/sch|ck|ch(?=[lr])|q/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/z/g, 's'],
  [/(.)\1/g, '$1'],
  [/[aeiouyw]+/g, 'a'],
  [/a$/, ''],
]

/** What is left of a word when spellings that sound alike are made one: consonants, and where vowels stand. */
function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [written, heard]) => sound.replace(written, heard), word)
}
