// Build time: labelled words → the server's linear models, on the very features a text is turned into.
import type { FeatureShape } from '../features.ts'
import type { LinearModel } from '../model.ts'
import { LARGEST_WEIGHT, spell } from '../spelled-weights.ts'
import type { Course } from './descend.ts'
import { descend } from './descend.ts'
import type { Example } from './example.ts'
import { fitTemperature } from './temperature.ts'
import { keep, sizeOfSmallest, spreadOf } from './weights.ts'

/** More passes fit the examples better, and unseen wording no better. */
const COURSE: Course = { epochs: 10, rate: 0.6, dropped: 0.4, minGradient: 0.01, averaged: 6 }
/** What a weight of 1 is, in standard deviations of those kept. Finer wins nothing and packs worse. */
const STEP = 0.15
/** Enough to learn how sure the model may be. */
const COURSE_FOR_TEMPERATURE: Course = { ...COURSE, epochs: 5, averaged: 3 }

/**
 * Weights from all examples. Deterministic: the same examples in the same order give the same.
 *
 * @param mostWeights only the largest are kept; smaller ones change no decision and cost start-up time.
 */
export function weigh(
  examples: readonly Example[],
  shape: FeatureShape,
  classCount: number,
  mostWeights: number,
): LinearModel {
  const { weights, bias } = descend(examples, shape.buckets, classCount, COURSE)
  const least = sizeOfSmallest(weights, mostWeights)
  const scale = STEP * spreadOf(weights, least)
  const kept = keep({ weights, classCount, least, scale, largest: LARGEST_WEIGHT })
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
