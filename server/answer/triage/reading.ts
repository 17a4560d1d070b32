// A visitor's text as a row of words, each with its place, the clause it stands in and what the patterns make of it.
import type { Folded } from './fold.ts'
import type { Grammar } from './grammar.ts'
import type { Spelling } from './spelling.ts'

export interface Token {
  readonly word: string
  /** UTF-16 offsets in the text as sent. */
  readonly start: number
  readonly end: number
  /** What the grammar knows this word as. */
  readonly symbols: readonly number[]
  /** A word without meaning here ("really"): patterns may pass over it. */
  readonly filler: boolean
  /** A comma, colon, dash or line end stands before it. */
  readonly comma: boolean
  /** A sentence ended before it. */
  readonly hardBreak: boolean
  /** A question mark follows. */
  readonly asked: boolean
}

export interface Reading {
  readonly text: string
  readonly folded: Folded
  readonly tokens: readonly Token[]
  isClauseStart(token: number): boolean
  isClauseEnd(token: number): boolean
  /** First token of the sentence that this token stands in. */
  sentenceStart(token: number): number
  /** One past the last token of that sentence. */
  sentenceEnd(token: number): number
}

/** What the reading needs from the safety data; lists are words separated by spaces. */
export interface ReadingTables {
  readonly fillers: string
  /** Words after which a clause begins although no comma stands there. */
  readonly openers: string
  /** Words before which a clause may end although no comma stands there. */
  readonly closers: string
}

interface Piece {
  word: string
  start: number
  end: number
  /** What stood between the piece before and this one. */
  between: string
}

/** From so many on, a number of pills is a danger whatever they are; patterns call it `##`. */
const MANY = 8

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

export function createReader(
  tables: ReadingTables,
  fold: (text: string) => Folded,
  spelling: Spelling,
  grammar: Grammar,
): (text: string) => Reading {
  const fillers = set(tables.fillers)
  const openers = set(tables.openers)
  const closers = set(tables.closers)
  const number = grammar.symbolsOf('#')
  const many = grammar.symbolsOf('##')

  return (text) => {
    const folded = fold(text)
    const pieces = plainWords(joinLetters(cut(folded), spelling), spelling)
    const tokens: Token[] = []
    let sinceBreak = 0
    pieces.forEach(({ word, start, end, between }, i) => {
      const next = pieces[i + 1]?.between ?? folded.text.slice(folded.text.length - 8)
      const strength = breakStrength(between)
      // A single word with a full stop is emphasis or an interjection ("I. Want. To. Die."), not a sentence.
      const hardBreak = strength === 2 && sinceBreak > 1
      sinceBreak = hardBreak ? 1 : sinceBreak + 1
      const known = grammar.symbolsOf(word)
      tokens.push({
        word,
        start,
        end,
        symbols: /^\d/.test(word) ? [...known, ...number, ...(Number.parseInt(word, 10) >= MANY ? many : [])] : known,
        filler: fillers.has(word),
        comma: strength > 0,
        hardBreak: i > 0 && hardBreak,
        asked: next.includes('?'),
      })
    })
    const count = tokens.length
    const clauseStarts: boolean[] = []
    const sentenceStarts: number[] = []
    for (let i = 0; i < count; i++) {
      const token = tokens[i]
      const before = tokens[i - 1]
      clauseStarts[i] =
        !before || token?.comma === true || openers.has(before.word) || (before.filler && clauseStarts[i - 1] === true)
      sentenceStarts[i] = !before || token?.hardBreak ? i : (sentenceStarts[i - 1] ?? 0)
    }
    const clauseEnds: boolean[] = []
    const sentenceEnds: number[] = []
    clauseEnds[count] = true
    for (let i = count - 1; i >= 0; i--) {
      const token = tokens[i]
      clauseEnds[i] =
        token?.comma === true ||
        closers.has(token?.word ?? '') ||
        (token?.filler === true && clauseEnds[i + 1] === true)
      sentenceEnds[i] = i + 1 === count || tokens[i + 1]?.hardBreak ? i + 1 : (sentenceEnds[i + 1] ?? count)
    }
    return {
      text,
      folded,
      tokens,
      isClauseStart: (token) => clauseStarts[token] ?? false,
      isClauseEnd: (token) => clauseEnds[token] ?? true,
      sentenceStart: (token) => sentenceStarts[token] ?? 0,
      sentenceEnd: (token) => sentenceEnds[token] ?? count,
    }
  }
}

/** 0: same clause; 1: comma, dash, line end, glued full stop; 2: end of a sentence. */
function breakStrength(between: string): 0 | 1 | 2 {
  if (/[?!;]|\n\s*\n/.test(between)) return 2
  if (between.includes('.')) return /\.\.|^\.$/.test(between) ? 1 : 2
  return /[,:()"\n\u2026]|\s-|-\s|--/.test(between) ? 1 : 0
}

const INSIDE = /[a-z0-9\u00df-\u024f]/
const LETTER = /[a-z\u00df-\u024f]/
/** Signs that stand for letters when letters are next to them. */
const SIGN = /[@$!*|+\u20ac]/

function cut({ text, at }: Folded): Piece[] {
  const pieces: Piece[] = []
  let gapFrom = 0
  for (let i = 0; i < text.length; ) {
    if (!belongs(text, i)) {
      i++
      continue
    }
    const from = i
    while (i < text.length && (belongs(text, i) || (text[i] === "'" && LETTER.test(text[i + 1] ?? '')))) i++
    pieces.push({
      word: text.slice(from, i),
      start: at[from] ?? 0,
      end: at[i] ?? at.at(-1) ?? 0,
      between: text.slice(gapFrom, from),
    })
    gapFrom = i
  }
  return pieces
}

function belongs(text: string, i: number): boolean {
  const character = text[i] ?? ''
  if (INSIDE.test(character)) return true
  if (!SIGN.test(character)) return false
  const before = text[i - 1] ?? ''
  const after = text[i + 1] ?? ''
  const afterLetter = INSIDE.test(before) || SIGN.test(before)
  if (character === '*') return (afterLetter && before !== ' ') || (LETTER.test(after) && afterLetter)
  if (character === '$' || character === '@') return LETTER.test(after)
  return afterLetter && (LETTER.test(after) || SIGN.test(after))
}

/** "k i l l", "k.m.s", "d-i-e": three or more single letters in a row are a word, or several run together. */
function joinLetters(pieces: readonly Piece[], spelling: Spelling): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    let end = i
    while (
      end < pieces.length &&
      pieces[end]?.word.length === 1 &&
      (end === i || !/[?,;:]/.test(pieces[end]?.between ?? ''))
    )
      end++
    const run = pieces.slice(i, end)
    if (run.length < 3) {
      const [piece] = pieces.slice(i, i + 1)
      if (piece) joined.push(piece)
      i++
      continue
    }
    joined.push(...lettersToWords(run, spelling))
    i = end
  }
  return joined
}

function lettersToWords(run: readonly Piece[], spelling: Spelling): readonly Piece[] {
  const gaps = run.slice(1).map(({ between }) => between.length)
  const narrow = Math.min(...gaps)
  const words: Piece[][] = []
  run.forEach((piece, i) => {
    if (i === 0 || piece.between.length > narrow) words.push([piece])
    else words.at(-1)?.push(piece)
  })
  const letters = (part: readonly Piece[]) => part.map(({ word }) => word).join('')
  const whole = spelling.split(letters(run))
  if (words.length === 1 || (whole && narrow === 0)) {
    const meant = whole ?? spelling.meant(letters(run))
    return meant.map((word, i) => place(word, run, i === 0 ? (run[0]?.between ?? '') : ' '))
  }
  // "I w a n t  t o  d i e": the first of three is two words.
  return words.flatMap((part) => {
    const meant = spelling.split(letters(part)) ?? [letters(part)]
    return meant.map((word, i) => place(word, part, i === 0 ? (part[0]?.between ?? ' ') : ' '))
  })
}

function place(word: string, run: readonly Piece[], between: string): Piece {
  return { word, start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, between }
}

function plainWords(pieces: readonly Piece[], spelling: Spelling): Piece[] {
  const words: Piece[] = []
  // People repeat themselves, and a strange word is dear to repair.
  const known = new Map<string, readonly string[]>()
  const meant = (word: string): readonly string[] => {
    const words = known.get(word) ?? spelling.meant(word)
    known.set(word, words)
    return words
  }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    const next = pieces[i + 1]
    if (!piece) continue
    let { word, end } = piece
    if (next && breakStrength(next.between) < 2 && spelling.joins(word, next.word)) {
      word += next.word
      end = next.end
      i++
    }
    meant(word).forEach((plain, k) => {
      words.push({ word: plain, start: piece.start, end, between: k === 0 ? piece.between : ' ' })
    })
  }
  return words
}
