// A labelled text as training sees it: its features as typed arrays.
import type { Dictionary } from '../dictionary.ts'
import type { FeatureShape } from '../features.ts'
import { featuresOf } from '../features.ts'

export interface Example {
  readonly words: readonly string[]
  readonly buckets: Int32Array
  readonly values: Float32Array
  /** Index of the class it belongs to. */
  readonly target: number
}

export function exampleOf(words: readonly string[], target: number, shape: FeatureShape, dictionary?: Dictionary): Example {
  const features = featuresOf(words, shape, dictionary)
  return { words, buckets: Int32Array.from(features.keys()), values: Float32Array.from(features.values()), target }
}
