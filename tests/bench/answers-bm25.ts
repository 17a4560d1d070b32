// BM25 over Porter stems, as a textbook has it: the least that a search over phrasings should beat.
import { stemmer } from 'stemmer'
import type { Phrasing } from './answers-corpus.ts'
import type { Contestant, Engine, Hit, Setting } from './answers-engine.ts'
import { grid, MOST_HITS } from './answers-engine.ts'

export const bm25: Contestant = {
  name: 'BM25 + Porter',
  packages: [],
  settings: grid({ k: [0.6, 1.2, 2], b: [0.3, 0.75] }),
  build,
  entry: `export * from ${JSON.stringify(import.meta.filename)}`,
}

function build(phrasings: readonly Phrasing[], { k, b }: Setting): Engine {
  const [saturation, byLength] = [Number(k), Number(b)]
  const postings = new Map<string, [document: number, count: number][]>()
  const lengths = phrasings.map(({ text }, document) => {
    const terms = termsOf(text)
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) {
      const list = postings.get(term)
      if (list) list.push([document, count])
      else postings.set(term, [[document, count]])
    }
    return terms.length
  })
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length

  function ask(question: string): readonly Hit[] {
    const scores = new Map<number, number>()
    for (const term of new Set(termsOf(question))) {
      const list = postings.get(term) ?? []
      const rarity = Math.log(1 + (phrasings.length - list.length + 0.5) / (list.length + 0.5))
      for (const [document, count] of list) {
        const spread = saturation * (1 - byLength + (byLength * (lengths[document] ?? 0)) / mean)
        const score = (rarity * count * (saturation + 1)) / (count + spread)
        scores.set(document, (scores.get(document) ?? 0) + score)
      }
    }
    const best = [...scores].sort((one, other) => other[1] - one[1]).slice(0, MOST_HITS)
    return best.map(([document, score]) => ({ owner: phrasings[document]?.owner ?? 0, score }))
  }

  const owners = phrasings.map(({ owner }) => owner)
  return { ask, index: () => JSON.stringify([[...postings], lengths, owners]) }
}

function termsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stemmer(word))
}
