// Words → the calibrated probability of every class.
import { bytesOf } from './base64.ts'
import type { Dictionary } from './dictionary.ts'
import { featuresOf } from './features.ts'
import type { Class, LinearModel, Model, PackedModel } from './model.ts'
import type { Weights } from './packed-weights.ts'
import { unpack } from './packed-weights.ts'
import { readSpelled } from './spelled-weights.ts'

export interface Ranked {
  readonly class: Class
  /** 0…1, all classes together 1. */
  readonly confidence: number
}

/** Every class; those that stand a chance best first, the others after them. */
export function createRank(
  model: Pick<Model, 'classes' | 'topics'>,
  dictionary: Dictionary,
): (words: readonly string[]) => readonly Ranked[] {
  const judge = createJudge(model.topics, dictionary)
  return (words) => {
    const probabilities = judge(words)
    return bestFirst(model.classes.map((one, index) => ({ class: one, confidence: probabilities[index] ?? 0 })))
  }
}

/** Less than any threshold asks for, and what most of the classes get: sorting them all took half the time of ranking. */
const NO_CHANCE = 1e-4

function bestFirst(all: readonly Ranked[]): readonly Ranked[] {
  const likely: Ranked[] = []
  const unlikely: Ranked[] = []
  for (const one of all) (one.confidence > NO_CHANCE ? likely : unlikely).push(one)
  return [...likely.sort((a, b) => b.confidence - a.confidence), ...unlikely]
}

/** Probabilities in the order of the model's classes, summing to 1. Unpacks the model once; calls are cheap. */
export function createJudge(
  model: LinearModel | PackedModel,
  dictionary?: Dictionary,
): (words: readonly string[]) => Float64Array {
  const { starts, classOf, weights } = weightsOf(model)
  const bias = Float64Array.from(model.bias)
  return (words) => {
    const scores = bias.slice()
    featuresOf(words, model.shape, dictionary).forEach((weight, bucket) => {
      const value = weight * model.scale
      const end = starts[bucket + 1] ?? 0
      for (let at = starts[bucket] ?? 0; at < end; at++) {
        const index = classOf[at] ?? 0
        scores[index] = (scores[index] ?? 0) + value * (weights[at] ?? 0)
      }
    })
    return softmax(scores, model.temperature)
  }
}

function weightsOf(model: LinearModel | PackedModel): Weights {
  return 'packed' in model ? unpack(bytesOf(model.packed), model.shape.buckets, model.bias.length) : readSpelled(model)
}

/**
 * Two readings of one turn → one: the weighted geometric mean of their probabilities, so that a class both think
 * likely wins. `share`, 0…1, is the first one's weight; classes in `except` keep a tenth.
 */
export function blend(
  first: readonly Ranked[],
  second: readonly Ranked[],
  share: number,
  except: readonly string[] = [],
): readonly Ranked[] {
  const others = new Map(second.map((one) => [`${one.class.kind} ${one.class.id}`, one.confidence]))
  const blended = first.map((one) => {
    const other = others.get(`${one.class.kind} ${one.class.id}`) ?? 0
    const weight = except.includes(one.class.id) ? 0.1 : 1
    return { class: one.class, confidence: weight * one.confidence ** share * other ** (1 - share) }
  })
  const sum = blended.reduce((total, { confidence }) => total + confidence, 0) || 1
  return bestFirst(blended.map((one) => ({ class: one.class, confidence: one.confidence / sum })))
}

/** Probabilities of scores; a higher temperature makes them more even. Plain loops: training calls it half a million times. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let most = -Infinity
  for (let at = 0; at < scores.length; at++) most = Math.max(most, scores[at] ?? 0)
  const probabilities = new Float64Array(scores.length)
  let sum = 0
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp(((scores[at] ?? 0) - most) / temperature)
    probabilities[at] = power
    sum += power
  }
  for (let at = 0; at < scores.length; at++) probabilities[at] = (probabilities[at] ?? 0) / sum
  return probabilities
}
