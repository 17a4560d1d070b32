// Build time: labelled words → the server's linear models, on the very features a text is turned into.
import type { FeatureShape } from '../features.ts'
import type { LinearModel } from '../model.ts'
import { LARGEST_WEIGHT, spell } from '../spelled-weights.ts'
import type { Course } from './descend.ts'
import { descend } from './descend.ts'
import type { Example } from './example.ts'
import { fitTemperature } from './temperature.ts'
import { keep, spreadOf, thinned } from './weights.ts'

/** More passes fit the examples better, and unseen wording no better. */
const COURSE: Course = { epochs: 8, rate: 0.6, dropped: 0.4, minGradient: 0.01, averaged: 4 }
/** Then those that are kept take over what the others did. */
const COURSE_OF_KEPT: Course = { ...COURSE, epochs: 3, rate: 0.3, dropped: 0.3, averaged: 2 }
/** What a weight of 1 is, in standard deviations of those kept. Finer wins nothing and packs worse. */
const STEP = 0.15
/** Enough to learn how sure the model may be. */
const COURSE_FOR_TEMPERATURE: Course = { ...COURSE, epochs: 5, averaged: 3 }

/**
 * Weights from all examples. Deterministic: the same examples in the same order give the same.
 *
 * @param mostWeights only the most useful are kept: of eight learnt there is room for one.
 */
export function weigh(
  examples: readonly Example[],
  shape: FeatureShape,
  classCount: number,
  mostWeights: number,
): LinearModel {
  const from = thinned(descend(examples, shape.buckets, classCount, COURSE), examples, mostWeights)
  const { weights, bias } = descend(examples, shape.buckets, classCount, { ...COURSE_OF_KEPT, from })
  const scale = STEP * spreadOf(weights)
  const kept = keep({ weights, classCount, scale, largest: LARGEST_WEIGHT })
  return {
    shape,
    bias: [...bias].map((value) => +value.toFixed(4)),
    ...spell(kept),
    scale: +scale.toFixed(6),
    temperature: temperatureOf(examples, shape, classCount),
  }
}

/** How sure the weights may be, from a second fit that leaves some examples out. */
function temperatureOf(examples: readonly Example[], { buckets }: FeatureShape, classCount: number): number {
  return fitTemperature(examples, (seen) => descend(seen, buckets, classCount, COURSE_FOR_TEMPERATURE))
}
