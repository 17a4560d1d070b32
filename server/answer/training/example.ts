// A labelled text, and how descent sees it: its features as typed arrays.
import type { Dictionary } from '../dictionary.ts'
import type { FeatureShape } from '../features.ts'
import { featuresOf } from '../features.ts'

export interface Labelled {
  readonly words: readonly string[]
  /** Index of the class it belongs to. */
  readonly target: number
}

export interface Example extends Labelled {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

export function exampleOf({ words, target }: Labelled, shape: FeatureShape, dictionary?: Dictionary): Example {
  const features = featuresOf(words, shape, dictionary)
  return { words, buckets: Int32Array.from(features.keys()), values: Float32Array.from(features.values()), target }
}
