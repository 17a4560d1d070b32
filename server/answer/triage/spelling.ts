// Words as they were meant: contractions, chat spelling, digits for letters, stars, stretched letters, run-together words, typos.
import type { Grammar } from './grammar.ts'

/** What the spelling needs from the safety data. */
export interface SpellingTables {
  /** Short or chat form → plain words ("dont" → "do not"). */
  readonly rewrites: Readonly<Record<string, string>>
  /** Words worth repairing a typo for. */
  readonly anchors: string
  /** Real words one slip away from an anchor: never repaired. */
  readonly ordinary: string
  /** Units that may stick to a number. */
  readonly units: string
}

export interface Spelling {
  /** The plain words of one written word; at least one. */
  meant(written: string): readonly string[]
  /** The plain words of letters that ran together, or null when they do not come out even. */
  split(letters: string): readonly string[] | null
  /** True when two neighbours are one anchor written apart ("over dose"). */
  joins(first: string, second: string): boolean
}

const LEET: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'i', '+': 't', '€': 'e' },
}
const SUFFIXES: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'s", 'is'],
]
const LONGEST_PART = 14
const MAX_SPLIT = 200
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

export function createSpelling(tables: SpellingTables, grammar: Grammar): Spelling {
  const anchors = set(tables.anchors)
  const ordinary = set(tables.ordinary)
  const units = set(tables.units)
  // A map, because a plain object also has a "constructor".
  const rewrites = new Map(Object.entries(tables.rewrites))
  const byFirstLetter = new Map<string, string[]>()
  const byShape = new Map<string, string>()
  for (const anchor of anchors) {
    const first = anchor.charAt(0)
    byFirstLetter.set(first, [...(byFirstLetter.get(first) ?? []), anchor])
    byShape.set(shape(anchor), anchor)
  }
  const isWord = (word: string) => grammar.namesWord(word) || rewrites.has(word)
  const isKnown = (word: string) => grammar.knows(word) || rewrites.has(word)

  function meant(written: string): readonly string[] {
    const rewritten = rewrites.get(written) ?? rewrites.get(written.replaceAll("'", ''))
    if (rewritten !== undefined) return rewritten.split(' ')
    if (isWord(written)) return [written]
    for (const [suffix, word] of SUFFIXES) {
      if (written.endsWith(suffix) && written.length > suffix.length) {
        return [...meant(written.slice(0, -suffix.length)), suffix === "'s" ? "'s" : word]
      }
    }
    const number = /^(\d+)([a-z]+)$/.exec(written)
    if (number?.[1] && number[2] && units.has(number[2])) return [number[1], number[2]]
    if (/^\d+$/.test(written)) return [written]
    const word = written.replaceAll("'", '')
    return [guess(word) ?? null].flatMap((one) => (one === null ? (split(word, 7) ?? [word]) : [...wordsOf(one)]))
  }

  const wordsOf = (word: string): readonly string[] => rewrites.get(word)?.split(' ') ?? [word]

  /** One known word that was probably meant, or null. The cheapest and surest ways first. */
  function guess(word: string): string | null {
    if (isWord(word)) return word
    if (ordinary.has(word) || word.length < 3) return null
    if (word.includes('*')) return unstar(word.replace(/([a-z])\1{2,}/g, '$1'))
    const plain = unleet(word)
    if (plain !== word && isWord(plain)) return plain
    const alike = byShape.get(shape(plain))
    if (alike) return alike
    const squeezed = ['$1', '$1$1'].map((repeats) => plain.replace(/(.)\1{2,}/g, repeats))
    if (squeezed[0] !== plain) {
      const ways = [isWord, (one: string) => !ordinary.has(one) && repair(one), isKnown]
      for (const way of ways) for (const one of squeezed) if (way(one)) return isWord(one) ? one : (repair(one) ?? one)
    }
    if (plain.length > 4 && plain.endsWith('in') && isWord(`${plain}g`)) return `${plain}g`
    // A stem knows a word by its beginning only: "suicidel" is still a slip, "killmyself" two words.
    if (isKnown(plain)) return repair(plain, 1) ?? (split(plain, 7) ? null : plain)
    if (plain.startsWith('k'))
      for (const head of ['qu', 'c']) if (isKnown(head + plain.slice(1))) return head + plain.slice(1)
    return repair(plain)
  }

  /** The anchor one slip away (two from seven letters on); the first letter is taken to be right. */
  function repair(word: string, most = 2): string | null {
    if (word.length < 4 || word.length > 14 || ordinary.has(word)) return null
    let best: string | null = null
    // "-ing" is no help in telling words apart: "seeking" is not "seizing".
    const telling = word.endsWith('ing') ? word.length - 3 : word.length
    let least = telling >= 7 ? most + 1 : 2
    for (const anchor of byFirstLetter.get(word.charAt(0)) ?? []) {
      if (Math.abs(anchor.length - word.length) >= least || anchor.length < 4) continue
      const slips = distance(word, anchor, anchor.length >= 7 ? least : Math.min(least, 2))
      if (slips < least && (slips < 2 || anchor.length >= 7)) {
        least = slips
        best = anchor
      }
    }
    return best
  }

  /** Stars stand for letters: `su**ide` first with as many letters as stars, then with any number. */
  function unstar(word: string): string | null {
    const [head = '', ...rest] = unleet(word).split(/\*+/)
    const tail = rest.at(-1) ?? ''
    if (head === '' || rest.length > 1) return null
    let found: string | null = null
    for (const anchor of byFirstLetter.get(head.charAt(0)) ?? []) {
      if (anchor.length <= head.length + tail.length || !anchor.startsWith(head) || !anchor.endsWith(tail)) continue
      if (anchor.length === word.length) return anchor
      found ??= anchor
    }
    return found
  }

  function split(letters: string, shortest = 1): readonly string[] | null {
    const word = unleet(letters).replace(/(.)\1{2,}/g, '$1')
    if (word.length < shortest || word.length > MAX_SPLIT || ordinary.has(word)) return null
    /** Fewest parts to each place, and the part that ends there. */
    const parts: number[] = [0]
    const lastPart: string[] = ['']
    for (let end = 1; end <= word.length; end++) {
      for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
        const before = parts[start]
        if (before === undefined) continue
        const part = word.slice(start, end)
        if (part.length === 1 && part !== 'i' && part !== 'a') continue
        if (before + 1 < (parts[end] ?? Number.POSITIVE_INFINITY) && isWord(part)) {
          parts[end] = before + 1
          lastPart[end] = part
        }
      }
    }
    if (parts[word.length] === undefined) return null
    const found: string[] = []
    for (let end = word.length; end > 0; end -= lastPart[end]?.length ?? end) found.unshift(lastPart[end] ?? '')
    // Ordinary words fall apart into small known ones ("weekend"); only a phrase with an anchor in it is believed.
    return found.some((part) => anchors.has(part)) ? found.flatMap(wordsOf) : null
  }

  const joins = (first: string, second: string) => first.length + second.length >= 6 && anchors.has(first + second)
  return { meant, split, joins }
}

/** Letters that look the same fall together: I, l, 1. */
function shape(word: string): string {
  return word.replaceAll('l', 'i')
}

function unleet(word: string): string {
  return /[^a-z*]/.test(word) ? word.replace(/[^a-z*]/g, (character) => LEET[character] ?? '') : word
}

/** Damerau-Levenshtein distance (neighbouring letters swapped count once); gives up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      current[j] = cost
      least = Math.min(least, cost)
    }
    if (least >= limit) return limit
    before = previous
    previous = current
  }
  return previous[b.length] ?? limit
}
