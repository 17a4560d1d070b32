// The approved text beside the page as it is today: which sentences are gone, which read otherwise, which are new. Pure.
import type { ArticleSection } from '../article.ts'
import { tokens } from '../lint-phrasings.ts'
import type { ImportedDocument } from './document.ts'
import { plainSpaces } from './document.ts'

export interface DriftedSentence {
  readonly kind: 'missing' | 'changed'
  readonly text: string
  /** Line of the article's file. */
  readonly line: number
  /** What the page says instead; null when it says nothing like it. */
  readonly now: string | null
  /** Ids of the entries that quote the sentence. */
  readonly entries: readonly string[]
}

export interface Drift {
  /** In the order of the article. */
  readonly drifted: readonly DriftedSentence[]
  /** Sentences of the page that nobody has approved: the assistant does not know them. */
  readonly added: readonly string[]
}

/** Two sentences that share at least this part of their words are one sentence in two versions. */
const SAME_SENTENCE = 0.5

/**
 * @param page the page's main text in sections.
 * @param document the whole of it: a sentence that has moved to a box or a footer is still published.
 * @param quotedBy ids of the entries that quote a sentence.
 */
export function driftOf(
  approved: readonly ArticleSection[],
  page: readonly ArticleSection[],
  document: Pick<ImportedDocument, 'allText'>,
  quotedBy: (text: string) => readonly string[],
): Drift {
  const ours = approved.flatMap(({ sentences }) => sentences)
  const theirs = page.flatMap(({ sentences }) => sentences.map(({ text }) => text))
  const known = new Set(ours.map(({ text }) => folded(text)))
  const live = new Set(theirs.map(folded))
  const everything = folded(document.allText.replace(/\n/g, ' '))
  const fresh = [...new Set(theirs)].filter((text) => !known.has(folded(text)))
  const used = new Set<string>()
  const drifted = ours.flatMap(({ text, line }): DriftedSentence[] => {
    if (live.has(folded(text)) || everything.includes(folded(text))) return []
    const now = nearest(text, fresh)
    if (now) used.add(now)
    return [{ kind: now ? 'changed' : 'missing', text, line, now, entries: quotedBy(text) }]
  })
  return { drifted, added: fresh.filter((text) => !used.has(text)) }
}

/** Quotation marks, dashes and spaces are a matter of the page's typesetting; words, numbers and other signs are not. */
function folded(text: string): string {
  return plainSpaces(text.normalize('NFC'))
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .trim()
}

function nearest(text: string, candidates: readonly string[]): string | null {
  const words = new Set(tokens(text))
  const ranked = candidates
    .map((candidate) => {
      const others = new Set(tokens(candidate))
      const shared = [...words].filter((word) => others.has(word)).length
      return { candidate, likeness: shared / (words.size + others.size - shared || 1) }
    })
    .sort((a, b) => b.likeness - a.likeness)
  const [best] = ranked
  return best && best.likeness >= SAME_SENTENCE ? best.candidate : null
}
