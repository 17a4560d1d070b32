// Misspelt words → words of the phrasings. Fuse proposes, edit distance disposes; ordinary English is never touched.
import Fuse from 'fuse.js'
import type { Model } from './model.ts'
import { thresholds } from './thresholds.ts'

export interface Correction {
  readonly from: string
  readonly to: string
}

export interface Corrected {
  readonly words: readonly string[]
  readonly corrections: readonly Correction[]
}

export type Correct = (words: readonly string[]) => Corrected

/** Builds one small Fuse index per first letter; results are remembered up to a bound. */
export function createCorrect(model: Pick<Model, 'vocabulary' | 'english'>): Correct {
  const known = new Set([...model.english.split(' '), ...model.vocabulary])
  const byLetter = new Map<string, string[]>()
  for (const word of model.vocabulary) {
    const letter = word[0] ?? ''
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word])
  }
  const indexes = new Map<string, Fuse<string>>()
  const remembered = new Map<string, string | null>()

  function indexOf(letter: string): Fuse<string> | null {
    const words = byLetter.get(letter)
    if (!words) return null
    const index =
      indexes.get(letter) ??
      new Fuse(words, { threshold: 0.4, ignoreLocation: true, ignoreFieldNorm: true, includeScore: true })
    indexes.set(letter, index)
    return index
  }

  function propose(word: string): string | null {
    const proposals = indexOf(word[0] ?? '')?.search(word, { limit: thresholds.correctionProposals }) ?? []
    const most = word.length <= 5 ? 1 : word.length <= 8 ? 2 : 3
    let best: { word: string; distance: number } | null = null
    for (const { item } of proposals) {
      const distance = editDistance(word, item, best ? best.distance - 1 : most)
      if (distance <= most && (!best || distance < best.distance)) best = { word: item, distance }
    }
    return best?.word ?? null
  }

  return (words) => {
    const corrections: Correction[] = []
    let looked = 0
    const corrected = words.map((word) => {
      if (word.length < thresholds.correctionMinLength || word.length > 24 || known.has(word) || /\d/.test(word))
        return word
      let to = remembered.get(word)
      if (to === undefined) {
        if (++looked > thresholds.correctionsPerQuestion) return word
        to = propose(word)
        if (remembered.size < 5000) remembered.set(word, to)
      }
      if (to === null) return word
      corrections.push({ from: word, to })
      return to
    })
    return { words: corrected, corrections }
  }
}

/** Damerau–Levenshtein with adjacent swaps (optimal string alignment); `most` + 1 as soon as it is exceeded. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = above
    above = current
  }
  return above[b.length] ?? most + 1
}
