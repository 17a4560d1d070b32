// Telephone numbers and e-mail addresses in any format: what a visitor leaves hoping that somebody will call.
import type { Reading } from './reading.ts'

const EMAIL = /[\p{L}\p{N}_%+-]@[\p{L}\p{N}-]{1,63}\.\p{L}/u
const DIGIT_WORDS: Readonly<Record<string, number>> = {
  ...{ zero: 1, oh: 1, o: 1, one: 1, two: 1, three: 1, four: 1, five: 1, six: 1, seven: 1, eight: 1, nine: 1 },
  ...{ cero: 1, uno: 1, dos: 1, tres: 1, cuatro: 1, cinco: 1, seis: 1, siete: 1, ocho: 1, nueve: 1 },
  ...{ double: 1, triple: 2, hundred: 2, doble: 1 },
}
const MAIL_HOSTS = new Set(
  'gmail yahoo hotmail outlook icloud aol proton protonmail live msn comcast att gmial gmal ymail me mac zoho fastmail'.split(
    ' ',
  ),
)
const TOP_LEVEL = new Set('com net org edu gov io me us es co info biz mx br fr'.split(' '))
const LEAST_DIGITS = 7
const MOST_DIGITS = 15

/** True when the text holds something a person could be reached at. Helplines' own numbers do not count. */
export function hasContactDetails(reading: Reading): boolean {
  return EMAIL.test(reading.text.normalize('NFKC')) || spellsAddress(reading) || hasNumber(reading)
}

/** "jane at gmail dot com", "jane(at)gmail.com". */
function spellsAddress({ tokens }: Reading): boolean {
  return tokens.some(({ word }, i) => {
    const next = tokens[i + 1]?.word ?? ''
    const afterNext = tokens[i + 2]?.word ?? ''
    if (
      TOP_LEVEL.has(word) &&
      tokens[i - 1]?.word === 'dot' &&
      tokens.slice(Math.max(0, i - 5), i).some((t) => t.word === 'at' || t.word === 'arroba')
    )
      return true
    return (
      MAIL_HOSTS.has(word) &&
      (TOP_LEVEL.has(next) || ((next === 'dot' || next === 'punto') && TOP_LEVEL.has(afterNext)))
    )
  })
}

/** Runs of digits, spelled or not, with only the signs of a telephone number between them. */
function hasNumber({ folded }: Reading): boolean {
  const pieces = folded.text.matchAll(/\+?\d+|[a-z]+|[^a-z0-9\s]+/g)
  let digits = 0
  let groups: string[] = []
  let plus = false
  const isNumber = () => {
    const isDate = groups.every((group) => /^(?:19|20)\d\d$/.test(group))
    const least = plus || groups.length > 0 ? LEAST_DIGITS : LEAST_DIGITS
    return digits >= least && digits <= MOST_DIGITS && !isDate && !/^1?8[0-8]{2}/.test(groups.join(''))
  }
  for (const [piece] of pieces) {
    const spelled = DIGIT_WORDS[piece]
    if (/^\+?\d+$/.test(piece)) {
      digits += piece.replace('+', '').length
      plus ||= piece.startsWith('+')
      groups.push(piece.replace('+', ''))
    } else if (spelled !== undefined) {
      digits += spelled
      groups.push('')
    } else if (
      !/^[-.()/·•*_~–]+$/.test(piece) &&
      piece !== 'ext' &&
      piece !== 'x' &&
      piece !== 'area' &&
      piece !== 'code'
    ) {
      if (isNumber()) return true
      digits = 0
      groups = []
      plus = false
    }
  }
  return isNumber()
}
