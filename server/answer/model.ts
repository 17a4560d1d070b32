// What training leaves for asking: the classes, their weights by feature, the vocabulary and the calibration.

/** What a question can turn out to be: an entry, a gap, small talk, or a fact about the clinic. */
export interface Class {
  readonly kind: 'entry' | 'gap' | 'smalltalk' | 'fact'
  readonly id: string
}

/** model.json. Typed arrays travel as base64. Made from one knowledge.json; another one needs another model. */
export interface Model {
  readonly classes: readonly Class[]
  /** Score of each class before any feature is seen. */
  readonly bias: readonly number[]
  /** Uint32 × (BUCKETS + 1): where each bucket's weights begin. */
  readonly starts: string
  /** Uint16: class of each weight. */
  readonly classOf: string
  /** Int8: each weight divided by `scale`. */
  readonly weights: string
  readonly scale: number
  /** Divides scores before they become probabilities; fitted on phrasings that training had not seen. */
  readonly temperature: number
  /** Words of the phrasings, most frequent first: what a misspelling may be corrected to. */
  readonly vocabulary: readonly string[]
  /** Ordinary English words that are never corrected, joined by spaces. Source: SUBTLEX-US, ISC licence. */
  readonly english: string
}
