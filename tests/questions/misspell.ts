// Misspells half of the words of a text as hurried fingers and ears do: the same seed, the same slips.
import type { Random } from './random.ts'

/** A word with one slip in it; letters lower case. */
type Slip = (word: string, random: Random) => string

const NEIGHBOURS: Readonly<Record<string, string>> = {
  ...{ q: 'wa', w: 'qes', e: 'wrd', r: 'etf', t: 'ryg', y: 'tuh', u: 'yij', i: 'uok', o: 'ipl', p: 'ol' },
  ...{ a: 'qsz', s: 'awdx', d: 'sefc', f: 'drgv', g: 'fthb', h: 'gyjn', j: 'hukm', k: 'jil', l: 'ko' },
  ...{ z: 'asx', x: 'zsdc', c: 'xdfv', v: 'cfgb', b: 'vghn', n: 'bhjm', m: 'njk' },
}

/** As it sounds. Each is tried where it stands, not before a word's first letter is kept. */
const SOUNDS: readonly (readonly [written: RegExp, heard: string])[] = [
  ...([
    [/ph/, 'f'],
    [/ie/, 'ei'],
    [/ei/, 'ie'],
    [/ee/, 'ea'],
    [/ea/, 'ee'],
    [/ou/, 'ow'],
    [/oo/, 'u'],
  ] as const),
  ...([
    [/tion/, 'shun'],
    [/ght/, 't'],
    [/ck/, 'k'],
    [/x/, 'ks'],
    [/c(?=[eiy])/, 's'],
    [/c(?![eiyhk])/, 'k'],
  ] as const),
  ...([
    [/(\p{L})\1/u, '$1'],
    [/s(?=[eiy])/, 'c'],
    [/y$/, 'ie'],
    [/ant/, 'ent'],
    [/ent/, 'ant'],
    [/a(?=\p{L})/u, 'e'],
  ] as const),
  ...([
    [/able/, 'ible'],
    [/er$/, 'ar'],
    [/i(?=\p{L})/u, 'e'],
    [/e$/, ''],
    [/e(?=\p{L})/u, 'i'],
    [/o(?=\p{L})/u, 'a'],
  ] as const),
]

const SLIPS: readonly Slip[] = [
  function neighbour(word, random) {
    const at = random.below(word.length)
    const near = NEIGHBOURS[word[at] ?? '']
    return near ? word.slice(0, at) + near[random.below(near.length)] + word.slice(at + 1) : word
  },
  function heard(word, random) {
    const possible = SOUNDS.filter(([written]) => written.test(word))
    const [written, as] = possible[random.below(possible.length)] ?? []
    return written && as !== undefined ? word.replace(written, as) : word
  },
  function dropped(word, random) {
    const at = 1 + random.below(word.length - 1)
    return word.slice(0, at) + word.slice(at + 1)
  },
  function doubled(word, random) {
    const at = random.below(word.length)
    return word.slice(0, at + 1) + word.slice(at)
  },
  function swapped(word, random) {
    const at = random.below(word.length - 1)
    return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2)
  },
]

/** Words of one letter are left alone, and so is everything that is no word. */
export function misspell(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}{2,}/gu)]
  const chosen = new Set(random.shuffled(words).slice(0, Math.round(words.length / 2)))
  let out = ''
  let end = 0
  for (const word of words) {
    out += text.slice(end, word.index) + (chosen.has(word) ? slipIn(word[0].toLowerCase(), random) : word[0])
    end = word.index + word[0].length
  }
  return out + text.slice(end)
}

/** Some slips leave some words as they are ("keyboard" has no double letter to lose): then another is tried. */
function slipIn(word: string, random: Random): string {
  for (const slip of random.shuffled(SLIPS)) {
    const slipped = slip(word, random)
    if (slipped !== word) return slipped
  }
  return word
}
