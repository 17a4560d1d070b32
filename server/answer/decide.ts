// Ranked classes → what to do: answer an entry, ask which of two or three was meant, or say honestly that it is not covered.
import type { Entry, Knowledge } from '../../knowledge/schema.ts'
import type { Class } from './model.ts'
import type { Ranked } from './rank.ts'
import { thresholds } from './thresholds.ts'

export type Decision =
  | { readonly kind: 'answer'; readonly entry: Entry }
  | { readonly kind: 'clarify'; readonly entries: readonly [Entry, Entry] | readonly [Entry, Entry, Entry] }
  | { readonly kind: 'other'; readonly class: Class }
  | { readonly kind: 'nothing-found' }

/** @param ranked every class, best first, probabilities summing to 1. */
export function decide(ranked: readonly Ranked[], knowledge: Knowledge): Decision {
  const entries = ranked.flatMap(({ class: { kind, id }, confidence }) => {
    const entry = kind === 'entry' ? knowledge.entries.find((candidate) => candidate.id === id) : undefined
    return entry ? [{ entry, confidence }] : []
  })
  const best = entries[0]
  const other = ranked.find(({ class: { kind } }) => kind !== 'entry')
  if (best) {
    // Entries that quote the same sentence would both be right, so they speak for each other.
    const allies = entries.filter(({ entry }) => sharesSentence(entry, best.entry))
    const confidence = allies.reduce((sum, ally) => sum + ally.confidence, 0)
    if (confidence >= thresholds.answer && confidence > (other?.confidence ?? 0))
      return { kind: 'answer', entry: best.entry }
    const [first, second, third] = distinct(entries.filter((candidate) => candidate.confidence >= thresholds.choice))
    const offered = [first, second, third].flatMap((candidate) => candidate?.confidence ?? [])
    const together = offered.reduce((sum, one) => sum + one, 0)
    if (first && second && together >= thresholds.clarify && together > (other?.confidence ?? 0)) {
      return {
        kind: 'clarify',
        entries: third ? [first.entry, second.entry, third.entry] : [first.entry, second.entry],
      }
    }
  }
  if (other && other.confidence >= thresholds.other) return { kind: 'other', class: other.class }
  return { kind: 'nothing-found' }
}

function sharesSentence(a: Entry, b: Entry): boolean {
  return a === b || a.say.some(({ text }) => b.say.some((quote) => quote.text === text))
}

/** Leaves out choices that would only say what a better one says. */
function distinct(
  entries: readonly { entry: Entry; confidence: number }[],
): readonly { entry: Entry; confidence: number }[] {
  return entries.filter(
    ({ entry }, at) => !entries.slice(0, at).some((earlier) => sharesSentence(earlier.entry, entry)),
  )
}
