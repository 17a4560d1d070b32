// Telephone numbers and e-mail addresses in any format: what a visitor leaves hoping that somebody will call.
import type { Reading } from './reading.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** How many digits a spoken number stands for. "sixty one" is two, because the one is counted by itself. */
const SPOKEN: ReadonlyMap<string, number> = new Map([
  ...[...words('zero oh one two three four five six seven eight nine')].map((word) => [word, 1] as const),
  ...[...words('cero uno dos tres cuatro cinco seis siete ocho nueve')].map((word) => [word, 1] as const),
  ...[...words('twenty thirty forty fifty sixty seventy eighty ninety double doble')].map((word) => [word, 1] as const),
  ...[...words('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen triple hundred')].map(
    (word) => [word, 2] as const,
  ),
  ...[...words('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien triple')].map(
    (word) => [word, 2] as const,
  ),
  ['thousand', 3],
])
/** Words that stand between the parts of a number when it is dictated. */
const BETWEEN = words(
  'dash hyphen dot point space then and ext extension x area code number plus guion punto mas luego y despues menos',
)
const SIGNS = /^[-.()[\]/·•*_~,#+–]+$/
/** Lines for everybody: naming one is not leaving a number. */
const HELPLINES = words('988 911 211 741741 838255 88788')
/** Toll-free numbers belong to organisations. Other codes that begin with 8 are places (813 is Tampa). */
const TOLL_FREE = /^1?8(?:00|33|44|55|66|77|88)\d{7}$/
/** Dates, times, sums with thousands, blood pressures, ZIP+4, doses and shares: digits that are not somebody's number. */
const NOT_A_NUMBER = [
  /(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d{2}(?![\d]|[/.-]\d)/g,
  /(?<![\d/.-])(?:19|20)\d{2}([/.-])\d{1,2}\1\d{1,2}(?![\d]|[/.-]\d)/g,
  /(?<![\d/.-])\d{2,3}\/\d{2,3}(?![\d]|[/.-]\d)/g,
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?/g,
  /(?<![\d.-]|\d )\d{5}-\d{4}(?![\d]|-\d)/g,
  /[$€£]\s?\d+(?:\.\d+)?/g,
  /(?<!\d)\d{1,4}(?:\.\d+)?\s?(?:mg|mcg|ml|g|kg|lbs?|%|pounds|dollars|bucks|years?|anos)(?![a-z])/g,
  /\d{1,2}:\d{2}/g,
] as const

/** True when the text holds something a person could be reached at. */
export function hasContactDetails({ text, folded }: Reading): boolean {
  return hasAddress(text.normalize('NFKC').toLowerCase(), folded.text) || hasNumber(folded.text)
}

const ADDRESS = /[\p{L}\p{N}_%+.-]@{1,2}[\p{L}\p{N}-]{1,63}[.,]\p{L}/u
/** With gaps around the signs the ending has to be one that is no word of its own: "meet me @ noon . thanks". */
const SPACED_ADDRESS =
  /[\p{L}\p{N}] {0,3}@ {0,3}[\p{L}\p{N}-]{1,63}(?: {0,3}\. {0,3}[\p{L}\p{N}-]{1,63}){0,3} {0,3}[.,] {0,3}(?:com|net|org|edu|gov|io|info|biz|mx|uk|ca|es|us|health|care|clinic|app|dev)\b/u
const MAIL_HOSTS = words(
  'gmail yahoo hotmail outlook icloud aol proton protonmail msn comcast att gmial gmal ymail zoho fastmail bellsouth verizon',
)
const AT_HOST = new RegExp(`(?:@|\\bat\\b|\\barroba\\b)[ )\\]]{0,3}(?:${[...MAIL_HOSTS].join('|')})\\b`)
const SMALL_WORDS = words('a an and the is on in to of for at with that this it or me my you i was has here product')

/** "ana@example.com", "ana @ example . com", "ana (at) example [dot] photography", "ana arroba correo punto com". */
function hasAddress(text: string, folded: string): boolean {
  if (ADDRESS.test(text) || SPACED_ADDRESS.test(text) || AT_HOST.test(folded)) return true
  const said = folded.match(/[a-z0-9_-]+/g) ?? []
  return said.some((word, i) => {
    const next = said[i + 1] ?? ''
    if (word === 'arroba') return next !== '' && i > 0
    if (MAIL_HOSTS.has(word)) return /^(?:com|net|org|es|mx|co|me)$/.test(next) || isDot(next)
    // "at example dot com", "at mail dot example dot org"
    if (word !== 'at' || SMALL_WORDS.has(next) || !isDot(said[i + 2])) return false
    const ending = said[i + 3] ?? ''
    return ending.length >= 2 && !SMALL_WORDS.has(ending)
  })
}

function isDot(word: string | undefined): boolean {
  return word === 'dot' || word === 'punto' || word === 'period'
}

/** Digits with only the signs and words of a dictated number between them. */
interface Run {
  /** Written groups in order. */
  groups: string[]
  /** Digits that were spelled out. */
  spoken: number
  plus: boolean
}

function hasNumber(folded: string): boolean {
  let text = folded
  for (const pattern of NOT_A_NUMBER) text = text.replace(pattern, ' ; ')
  let run: Run = { groups: [], spoken: 0, plus: false }
  for (const [piece] of text.matchAll(/\d+|[a-z']+|[^a-z0-9'\s]+/g)) {
    const spoken =
      SPOKEN.get(piece) ?? (/^o{1,4}$/.test(piece) && run.groups.length + run.spoken > 0 ? piece.length : 0)
    if (/^\d/.test(piece) && !HELPLINES.has(piece)) run.groups.push(piece)
    else if (spoken > 0) run.spoken += spoken
    else if (SIGNS.test(piece)) run.plus ||= piece.endsWith('+')
    else if (!BETWEEN.has(piece)) {
      if (isTelephone(run)) return true
      run = { groups: [], spoken: 0, plus: false }
    }
  }
  return isTelephone(run)
}

const isYear = (group: string) => /^(?:19|20)\d\d$/.test(group)
const isCompactDate = (group: string) =>
  /^(?:19|20)\d\d[01]\d[0-3]\d$/.test(group) || /^[01]\d[0-3]\d(?:19|20)\d\d$/.test(group)
/** Keys struck in a row, not a number. */
const isCounting = (group: string) =>
  group.length >= 7 && ('01234567890'.includes(group) || '09876543210'.includes(group))

/** By its shape: parts as people write them, in America and elsewhere. */
function isTelephone({ groups, spoken, plus }: Run): boolean {
  const digits = groups.join('')
  const total = digits.length + spoken
  if (total < 7 || (spoken === 0 && TOLL_FREE.test(digits))) return false
  if (spoken >= 7 || (spoken >= 3 && groups.length > 0) || plus) return true
  if (groups.some((group) => group.length >= 7 && !isCompactDate(group) && !isCounting(group))) return true
  if (groups.every((group) => isYear(group) || isCompactDate(group) || isCounting(group))) return false
  const sizes = groups.map((group) => group.length)
  const shape = sizes.join('')
  // An extension or a second number may follow.
  if (shape.includes('34') || shape === '44' || shape === '322') return true
  if (Math.max(...sizes) === 1) return true
  if (Math.max(...sizes) <= 2) return total >= 10
  // Doses and prices come in round numbers; "612 345 678" does not.
  if (shape === '333') return groups.some((group) => /[^05]$/.test(group))
  return total >= 9 && (sizes.at(-1) ?? 0) >= 4
}
