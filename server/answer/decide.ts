// Ranked classes → what to do: answer an entry, ask which of two or three was meant, or say honestly that it is not covered.
import type { Entry, Knowledge } from '../../knowledge/schema.ts'
import type { Class } from './model.ts'
import type { Ranked } from './rank.ts'
import type { Thresholds } from './thresholds.ts'
import { thresholds } from './thresholds.ts'

export type Decision =
  | {
      readonly kind: 'answer'
      /** Two when two questions were asked, or two entries are likely and short. */
      readonly entries: readonly [Entry] | readonly [Entry, Entry]
      /** The gap a second question fell into: the handoff names it. */
      readonly besides: Class | null
    }
  | { readonly kind: 'clarify'; readonly entries: readonly [Entry, Entry] | readonly [Entry, Entry, Entry] }
  | {
      readonly kind: 'other'
      readonly class: Class
      /** 0…2 entries that come next, best first: what the article does say nearby. */
      readonly near: readonly Entry[]
    }
  | {
      readonly kind: 'nothing-found'
      /** What to say of it. Key of knowledge/copy. */
      readonly copy: 'decline-nothing-found' | 'decline-no-more' | 'decline-none-of-these'
    }

/** @param ranked every class, best first, probabilities summing to 1. */
export type Decide = (ranked: readonly Ranked[]) => Decision

export function createDecide({ entries }: Pick<Knowledge, 'entries'>, limits: Thresholds = thresholds): Decide {
  const entryOf = new Map<string, Entry>(entries.map((entry) => [entry.id, entry]))
  return (ranked) => {
    const candidates: Candidate[] = []
    for (const one of ranked) {
      const entry = one.class.kind === 'entry' && entryOf.get(one.class.id)
      if (entry) candidates.push({ entry, confidence: one.confidence })
    }
    return decide(
      candidates,
      ranked.filter((one) => one.class.kind !== 'entry'),
      limits,
    )
  }
}

interface Candidate {
  readonly entry: Entry
  readonly confidence: number
}

/** @param others all that is no entry, likeliest first. */
function decide(entries: readonly Candidate[], others: readonly Ranked[], limits: Thresholds): Decision {
  const best = entries[0]
  const [other] = others
  const otherConfidence = other?.confidence ?? 0
  // Many that are a little likely speak against an entry too: that is what a question about nothing we know looks like.
  const against = (1 - limits.others) * otherConfidence + limits.others * sumOf(others)
  if (best) {
    // Entries that quote the same sentence would both be right, so they speak for each other.
    const allies = entries.filter(({ entry }) => sharesSentence(entry, best.entry))
    const confidence = sumOf(allies)
    const rival = entries.find(({ entry }) => !sharesSentence(entry, best.entry))
    const isRivalLikely = rival !== undefined && rival.confidence >= limits.both
    // Which of two was meant is not asked where both can be said in few words.
    if (
      isRivalLikely &&
      leadOf(confidence + rival.confidence, against) >= limits.answer &&
      belongTogether([best.entry, rival.entry]) &&
      wordsOf([best.entry, rival.entry]) <= limits.wordsOfBoth
    )
      return { kind: 'answer', entries: [best.entry, rival.entry], besides: null }
    if (leadOf(confidence, against) >= limits.answer && (rival?.confidence ?? 0) <= limits.rival * confidence)
      return { kind: 'answer', entries: [best.entry], besides: null }
    const worthAsking = distinct(entries.filter((one) => one.confidence >= limits.choice)).slice(0, 3)
    // What is likelier than anything else is asked about, even where no second entry comes near.
    const isLikeliest = best.confidence > otherConfidence
    const offered = worthAsking.length < 2 && isLikeliest ? distinct(entries).slice(0, 2) : worthAsking
    const [first, second, third] = offered.map(({ entry }) => entry)
    const together = sumOf(offered)
    if (first && second && together >= limits.clarify && together >= limits.clarifyShare * otherConfidence)
      return { kind: 'clarify', entries: third ? [first, second, third] : [first, second] }
  }
  if (other && otherConfidence >= limits.other) {
    const near = distinct(entries.filter(({ confidence }) => confidence >= limits.near)).slice(0, 2)
    return { kind: 'other', class: other.class, near: near.map(({ entry }) => entry) }
  }
  return { kind: 'nothing-found', copy: 'decline-nothing-found' }
}

/**
 * How far an entry is ahead of everything that is none, 0 and up: its confidence over the root of what speaks against it. Told apart
 * better than by confidence alone, because 0.4 with no rival is surer than 0.5 beside a gap of 0.45.
 */
function leadOf(confidence: number, other: number): number {
  return confidence / Math.sqrt(Math.max(other, 1e-4))
}

/** Entries of one article, whose reservation then stands for both, and none of which has been withdrawn. */
function belongTogether([one, other]: readonly [Entry, Entry]): boolean {
  return one.article === other.article && one.say.length > 0 && other.say.length > 0
}

/** How many words are shown when all of these are. */
export function wordsOf(entries: readonly Entry[]): number {
  return entries.flatMap(({ say }) => say.flatMap(({ text }) => text.split(/\s+/))).length
}

function sumOf(candidates: readonly Pick<Candidate, 'confidence'>[]): number {
  return candidates.reduce((sum, { confidence }) => sum + confidence, 0)
}

/** True when showing both would say something twice. */
export function sharesSentence(a: Entry, b: Entry): boolean {
  return a === b || a.say.some(({ text }) => b.say.some((quote) => quote.text === text))
}

/** Leaves out choices that would only say what a better one says. */
function distinct(entries: readonly Candidate[]): readonly Candidate[] {
  return entries.filter(
    ({ entry }, at) => !entries.slice(0, at).some((earlier) => sharesSentence(earlier.entry, entry)),
  )
}
