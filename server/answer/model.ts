// What training leaves for asking: the classes, their weights by feature, the vocabulary and the calibration.
import type { DangerClass } from '../../knowledge/schema.ts'

/** What a question can turn out to be: an entry, a gap, small talk, or a fact about the clinic. */
export interface Class {
  readonly kind: 'entry' | 'gap' | 'smalltalk' | 'fact'
  readonly id: string
}

/** Weights of one linear model: bucketed features in, a probability for every class out. Typed arrays travel as base64. */
export interface LinearModel {
  /** Score of each class before any feature is seen. */
  readonly bias: readonly number[]
  /** Uint32 × (BUCKETS + 1): where each bucket's weights begin. */
  readonly starts: string
  /** Uint16: class of each weight. */
  readonly classOf: string
  /** Int8: each weight divided by `scale`. */
  readonly weights: string
  readonly scale: number
  /** Divides scores before they become probabilities; fitted on texts that training had not seen. */
  readonly temperature: number
}

/** model.json. Made from one knowledge.json and one examples.json; others need another model. */
export interface Model {
  readonly classes: readonly Class[]
  /** What a question asks, in the order of `classes`. */
  readonly topics: LinearModel
  readonly dangers: readonly DangerClass[]
  /** What a message is to triage, in the order of `dangers`. */
  readonly danger: LinearModel
  /** Words of the phrasings, most frequent first: what a misspelling may be corrected to. */
  readonly vocabulary: readonly string[]
  /** Ordinary English words that are never corrected, joined by spaces. Source: SUBTLEX-US, ISC licence. */
  readonly english: string
}
