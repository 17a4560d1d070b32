// Build time: labelled words → the server's linear models, on the very features a text is turned into.
import { base64 } from '../base64.ts'
import { SHAPE } from '../features.ts'
import type { LinearModel } from '../model.ts'
import type { Course } from './descend.ts'
import { descend } from './descend.ts'
import type { Example } from './example.ts'
import { fitTemperature } from './temperature.ts'
import { keep, sizeOfSmallest } from './weights.ts'

/** More than 14 passes fit the examples better, and unseen wording no better. */
const COURSE: Course = { epochs: 14, rate: 0.6, dropped: 0.4, minGradient: 0.01 }
/** Enough to learn how sure the model may be. */
const EPOCHS_FOR_TEMPERATURE = 7

/**
 * Weights from all examples. Deterministic: the same examples in the same order give the same.
 *
 * @param mostWeights only the largest are kept; smaller ones change no decision and cost start-up time.
 */
export function weigh(
  examples: readonly Example[],
  classCount: number,
  mostWeights: number,
): Omit<LinearModel, 'temperature'> {
  const { weights, bias } = descend(examples, SHAPE.buckets, classCount, COURSE)
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = (largest || 1) / 127
  const kept = keep({ weights, classCount, least: sizeOfSmallest(weights, mostWeights), scale })
  return {
    bias: [...bias].map((value) => +value.toFixed(4)),
    starts: base64(kept.starts),
    classOf: base64(kept.classOf),
    weights: base64(kept.weights),
    scale,
  }
}

/** How sure the weights may be, from a second fit that leaves some examples out. */
export function temperatureOf(examples: readonly Example[], classCount: number): number {
  const course = { ...COURSE, epochs: EPOCHS_FOR_TEMPERATURE }
  return fitTemperature(examples, (seen) => descend(seen, SHAPE.buckets, classCount, course))
}
