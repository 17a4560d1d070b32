// How little it takes to mistype one word as another: edits weighed by how readily fingers and ears make them.
import type { EditCosts } from './edit-distance.ts'
import { editCost } from './edit-distance.ts'
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
  const isFar = Math.abs(typed.length - meant.length) * DOUBLED > most
  const cost = isFar ? Infinity : editCost(typed, meant, most, SLIPS)
  if (cost <= SOUNDED || most < SOUNDED || soundOf(typed) !== soundOf(meant)) return cost
  return SOUNDED
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

const SLIPS: EditCosts = { added, lost, mistaken, swapped: SWAPPED }

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
