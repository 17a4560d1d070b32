// What training leaves for asking: the classes, their weights by feature, the vocabulary and the calibration.
import type { DangerClass, Knowledge, Lang } from '../../knowledge/schema.ts'
import type { FeatureShape } from './features.ts'
import type { SpelledWeights } from './spelled-weights.ts'

/** What a question can turn out to be: an entry, a gap, small talk, or a fact about the clinic. */
export interface Class {
  readonly kind: 'entry' | 'gap' | 'smalltalk' | 'fact'
  readonly id: string
}

/** Everything a question can turn out to be, in the order in which models know them. */
export function classesOf({
  entries,
  gaps,
  smalltalk,
  clinicFacts,
}: Pick<Knowledge, 'entries' | 'gaps' | 'smalltalk' | 'clinicFacts'>): readonly Class[] {
  const all = (kind: Class['kind'], ids: readonly string[]) => ids.map((id) => ({ kind, id }))
  return [
    ...all(
      'entry',
      entries.map(({ id }) => id),
    ),
    ...all(
      'gap',
      gaps.map(({ id }) => id),
    ),
    ...all(
      'smalltalk',
      smalltalk.map(({ id }) => id),
    ),
    ...all(
      'fact',
      clinicFacts.map(({ topic }) => topic),
    ),
  ]
}

/** One linear model: bucketed features in, a probability for every class out. */
interface Linear {
  readonly shape: FeatureShape
  /** Score of each class before any feature is seen. */
  readonly bias: readonly number[]
  /** Size of a weight of 1. */
  readonly scale: number
  /** Divides scores before they become probabilities; fitted on texts that training had not seen. */
  readonly temperature: number
}

/** The server's: quick to read (spelled-weights.ts). */
export interface LinearModel extends Linear, SpelledWeights {}

/** The browser's: fewer features, fewer weights, packed as small as they get (packed-weights.ts), base64. */
export interface PackedModel extends Linear {
  readonly packed: string
}

/** model.json, and smaller offline-model.json. Made from one knowledge.json and one examples.json; others need another model. */
export interface Model {
  readonly classes: readonly Class[]
  /** What a question asks, in the order of `classes`. */
  readonly topics: LinearModel | PackedModel
  readonly dangers: readonly DangerClass[]
  /** What a message is to triage, in the order of `dangers`. */
  readonly danger: LinearModel | PackedModel
  /** Words of the phrasings and messages, most frequent first: what a misspelling may be corrected to. */
  readonly vocabulary: Readonly<Record<Lang, readonly string[]>>
  /** Ordinary English words of no kind, joined by spaces; the browser has none. Source: SUBTLEX-US, ISC licence. */
  readonly english: string
  /** The others: those of one kind on a line, an empty line between families (dictionary.ts). The browser has none. Source: server/word-kinds.txt. */
  readonly kinds: string
  /** How often words stand side by side in phrasings (word-pairs.ts). The browser has none. */
  readonly pairs: string
}
