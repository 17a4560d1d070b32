// Characters: one plain lower-case letter for each of the many ways a letter can be written, with its place in the text.

/** Text in plain lower-case letters, digits and punctuation; `at[i]` is the UTF-16 offset that character i came from. */
export interface Folded {
  readonly text: string
  readonly at: readonly number[]
}

/** What the folding needs from the safety data. */
export interface FoldTables {
  /** Look-alikes: the plain letter followed by the characters that pass for it, groups separated by spaces. */
  readonly lookAlikes: string
  /** A picture → the word it stands for. */
  readonly emoji: Readonly<Record<string, string>>
}

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u2032\u00b4\u0060\uff07\u02b9\u055a]/
const DASHES = /[\u2010-\u2015\u2212]/
/** Zero-width characters, soft hyphens, direction marks, joiners, variation selectors and combining accents. */
const INVISIBLE = /^[\p{Cf}\p{M}\u{e0000}-\u{e007f}]+$/u

/** Builds the folding. Letters of other scripts that have no look-alike here stay as they are. */
export function createFold(tables: FoldTables): (text: string) => Folded {
  const plain = new Map<string, string>()
  for (const group of tables.lookAlikes.split(' ')) {
    const [letter = '', ...others] = group
    for (const other of others) plain.set(other, letter)
  }
  for (const [picture, word] of Object.entries(tables.emoji)) plain.set(picture, ` ${word} `)

  function foldOne(character: string): string {
    const lower = character.toLowerCase()
    const known = plain.get(lower) ?? plain.get(character)
    if (known !== undefined) return known
    if (APOSTROPHES.test(character)) return "'"
    if (DASHES.test(character)) return '-'
    if (INVISIBLE.test(character)) return ''
    let folded = ''
    for (const part of lower.normalize('NFKD').toLowerCase()) {
      if (!INVISIBLE.test(part)) folded += plain.get(part) ?? part
    }
    return folded
  }

  return (text) => {
    let folded = ''
    const at: number[] = []
    let offset = 0
    for (const character of text) {
      const code = character.charCodeAt(0)
      const letters =
        code < 0x80 && code !== 0x60
          ? code >= 0x41 && code <= 0x5a
            ? String.fromCharCode(code + 32)
            : character
          : foldOne(character)
      folded += letters
      for (let i = 0; i < letters.length; i++) at.push(offset)
      offset += character.length
    }
    at.push(offset)
    return { text: folded, at }
  }
}
