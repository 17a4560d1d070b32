// Finds phrasings of different owners that are nearly the same, among tens of thousands of them, in a second.
import { jaccard } from './lint-phrasings.ts'

export interface Worded {
  readonly owner: string
  readonly words: ReadonlySet<string>
}

/**
 * For each text the nearest earlier one of another owner that shares at least `least` of its words. Two such sets must
 * share one of their rarest words, so only those are looked up (prefix filtering: Chaudhuri, Ganti and Kaushik, 2006).
 */
export function nearestOfOthers<T extends Worded>(
  texts: readonly T[],
  least: number,
): ReadonlyMap<T, { other: T; share: number }> {
  const counts = new Map<string, number>()
  for (const { words } of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const found = new Map<T, { other: T; share: number }>()
  const byWord = new Map<string, T[]>()
  for (const text of texts) {
    const rarest = [...text.words].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    for (const word of rarest.slice(0, Math.floor((1 - least) * text.words.size) + 1)) {
      const earlier = byWord.get(word) ?? []
      for (const other of earlier) {
        const [few, many] = [text.words.size, other.words.size].sort((a, b) => a - b) as [number, number] // of two
        if (other.owner === text.owner || few < least * many) continue
        const share = jaccard(text.words, other.words)
        if (share >= least && share > (found.get(text)?.share ?? 0)) found.set(text, { other, share })
      }
      earlier.push(text)
      byWord.set(word, earlier)
    }
  }
  return found
}
