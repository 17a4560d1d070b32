// What does not change the meaning does not change the outcome: case, punctuation, look-alikes, a slip, what stands beside.
import { describe, expect, test } from 'vitest'
import type { Statement } from './authored.ts'
import { outcomeOf, safety, statements, triage } from './authored.ts'

const anchors = new Set(safety.tables.anchors.split(/\s+/))
const LONG = 7

/** Swaps two letters in the middle of the first long word that the rules repair; null when there is none. */
function withSlip(text: string): string | null {
  let slipped = false
  const changed = text.replace(/[a-z]+/gi, (word) => {
    if (slipped || word.length < LONG || !anchors.has(word.toLowerCase())) return word
    slipped = true
    return word.slice(0, 3) + word.charAt(4) + word.charAt(3) + word.slice(5)
  })
  return slipped ? changed : null
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', i: 'і', o: 'о', c: 'с', p: 'р', x: 'х', y: 'у' }
/** Without digits or signs for letters, and without letters set apart. */
const isSpelledPlainly = (text: string) =>
  /^[\p{L} ,.'’?!¿¡-]+$/u.test(text) && !/\b[a-z]\b.\b[a-z]\b.\b[a-z]\b/i.test(text)

/** null: the change does not apply. */
const CHANGES: readonly (readonly [string, (text: string) => string | null])[] = [
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters', (text) => text.toLowerCase()],
  ['without a full stop at the end', (text) => text.replace(/[.!]+$/, '')],
  ['with a full stop at the end', (text) => (/[.?!]$/.test(text) ? null : `${text}.`)],
  ['with curly quotes', (text) => text.replaceAll("'", '’')],
  ['without apostrophes', (text) => text.replaceAll(/['’](?=t\b|m\b|ve\b|re\b)/g, '')],
  ['with invisible characters', (text) => (isSpelledPlainly(text) ? text.replaceAll(/(\w)(?=\w)/g, '$1\u200b') : null)],
  [
    'in letters of another script',
    (text) => (isSpelledPlainly(text) ? text.replaceAll(/[aeiocpxy]/g, (letter) => LOOK_ALIKES[letter] ?? '') : null),
  ],
  ['with a slip in a long word', withSlip],
  [
    'stretched at the end',
    (text) => (/[aeiouy]$/.test(text) && isSpelledPlainly(text) ? text + text.slice(-1).repeat(4) : null),
  ],
  ['after an ordinary question', (text) => `How much does an infusion cost? ${text}`],
  ['before an ordinary question', (text) => `${text.replace(/[.!]+$/, '')}. What are your hours?`],
  ['with spaces around', (text) => `\n  ${text}   \n`],
]

describe.each(CHANGES)('a statement %s', (what, change) => {
  // What is disguised already is not stretched as well.
  const changeable = what.startsWith('stretched')
    ? statements.filter(({ family }) => !family.includes('disguised'))
    : statements

  test('gets what it gets without', () => {
    expect(changeable.flatMap((statement) => changed(statement, change(statement.text)))).toEqual([])
  })
})

function changed({ text, wanted }: Statement, other: string | null): string[] {
  if (other === null || other === text || outcomeOf(triage(text)) !== wanted) return []
  const found = triage(other)
  return outcomeOf(found) === wanted ? [] : [`${other} → ${found.kind} (${found.why.join()})`]
}

describe('a statement split over two messages', () => {
  const dangerous = statements.filter(({ text, wanted }) => wanted !== 'no card' && text.split(' ').length >= 4)

  test('gets a card at one of them', () => {
    const missed = dangerous.filter(({ text }) => {
      const words = text.split(' ')
      const half = Math.ceil(words.length / 2)
      const first = words.slice(0, half).join(' ')
      const second = words.slice(half).join(' ')
      return outcomeOf(triage(first)) === 'no card' && outcomeOf(triage(second, [first])) === 'no card'
    })
    expect(missed.map(({ text }) => text)).toEqual([])
  })
})
