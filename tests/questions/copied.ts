// Finds golden questions that are phrasings, or nearly: a score on those would be bought. An inverted index, because there are tens of thousands.
import { jaccard, tokens } from '../../knowledge/lint-phrasings.ts'

/** As much alike as the lint allows no two phrasings of one entry to be. */
const TOO_ALIKE = 0.8
/** "hours" or "is it safe" leave hardly another way to ask, and visitors must be understood. */
const MIN_WORDS = 4

/** @param texts what the assistant has learnt from. Returns which of some questions copy one of them, each with its copy. */
export function createCopyFinder(texts: readonly string[]): (questions: readonly string[]) => readonly string[] {
  const sets = texts.map((text) => new Set(tokens(text)))
  const postings = new Map<string, number[]>()
  for (const [at, words] of sets.entries())
    for (const word of words) {
      const list = postings.get(word)
      if (list) list.push(at)
      else postings.set(word, [at])
    }
  const rarity = (word: string) => postings.get(word)?.length ?? 0

  function copyOf(words: ReadonlySet<string>): number | undefined {
    // A copy lacks at most a fifth of the words, so it holds one of any set of words larger than that: take the rarest.
    const missing = words.size - Math.ceil(TOO_ALIKE * words.size)
    const rarest = [...words].sort((a, b) => rarity(a) - rarity(b)).slice(0, missing + 1)
    const candidates = new Set(rarest.flatMap((word) => postings.get(word) ?? []))
    return [...candidates].find((at) => jaccard(words, sets[at] ?? new Set()) >= TOO_ALIKE)
  }

  return (questions) =>
    questions.flatMap((question) => {
      const words = new Set(tokens(question))
      const copy = words.size < MIN_WORDS ? undefined : copyOf(words)
      return copy === undefined ? [] : [`“${question}” is “${texts[copy]}”`]
    })
}
