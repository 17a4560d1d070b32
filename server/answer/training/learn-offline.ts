// Build time: labelled words → the browser's linear models. Fewer features, and few weights, learnt to do without the others.
import { base64 } from '../base64.ts'
import type { FeatureShape } from '../features.ts'
import type { PackedModel } from '../model.ts'
import { pack } from '../packed-weights.ts'
import type { Fit } from './descend.ts'
import { descend } from './descend.ts'
import type { Example, Labelled } from './example.ts'
import { exampleOf } from './example.ts'
import { keep, spreadOf, thinned } from './weights.ts'

const STEMS = 2048
const PAIRS = 2048
const LETTERS = 2048
const SHAPE: FeatureShape = {
  buckets: STEMS + PAIRS + LETTERS,
  stems: { from: 0, size: STEMS },
  pairs: { from: STEMS, size: PAIRS },
  letters: { from: STEMS + PAIRS, size: LETTERS },
}

/** Half-way down to the weights that are kept, the others are given time to take over what the dropped ones did. */
const ON_THE_WAY = 1.6
/** Steps a weight is rounded to, in standard deviations of all. Coarser loses points, finer wins none. */
const STEP = 0.4

/** Its temperature is the server's, made a little higher (train.ts): a fit of its own would take as long again. */
export type Untempered = Omit<PackedModel, 'temperature'>

/** @param mostWeights each takes some six bits: more give more right answers and a larger chunk. */
export function learnPacked(texts: readonly Labelled[], classCount: number, mostWeights: number): Untempered {
  const examples = texts.map((text) => exampleOf(text, SHAPE))
  const { weights, bias } = fitFew(examples, classCount, mostWeights)
  const scale = STEP * spreadOf(weights)
  const kept = keep({ weights, classCount, scale, largest: 127 })
  return {
    shape: SHAPE,
    bias: [...bias].map((value) => +value.toFixed(2)),
    packed: base64(pack(kept, classCount)),
    scale: +scale.toFixed(6),
  }
}

/** Learns with weights that shrink, then twice again with fewer of them. Pruned at once, it would lose three points more. */
function fitFew(examples: readonly Example[], classCount: number, mostWeights: number): Fit {
  const all = descend(examples, SHAPE.buckets, classCount, {
    ...{ epochs: 5, rate: 0.6, dropped: 0.4, minGradient: 0.01 },
    shrink: 0.14,
  })
  const fewer = descend(examples, SHAPE.buckets, classCount, {
    ...{ epochs: 2, rate: 0.3, dropped: 0.3, minGradient: 0.01 },
    from: thinned(all, examples, ON_THE_WAY * mostWeights),
  })
  return descend(examples, SHAPE.buckets, classCount, {
    ...{ epochs: 9, rate: 0.3, dropped: 0.2, minGradient: 0.002, averaged: 5 },
    from: thinned(fewer, examples, mostWeights),
  })
}
