// Build time: labelled words → a linear model. Multinomial logistic regression on the very features a text is turned into.
import { BUCKETS, featuresOf } from './features.ts'
import type { LinearModel } from './model.ts'
import { softmax } from './rank.ts'

/** Passes over all examples. More fit them better; past about 14 unseen wording gains nothing. */
const EPOCHS = 14
/** Enough to learn how sure the model may be. */
const EPOCHS_FOR_TEMPERATURE = 7
const LEARNING_RATE = 0.6
/**
 * Gradients smaller than this are skipped: an example that is told apart well enough teaches nothing more. Besides the
 * time it saves, unseen wording is recognised better (two points of a hundred over 1e-4): less is learnt by heart.
 */
const MIN_GRADIENT = 0.01
/** Share of an example's features left out at random each time it is seen, so that no single word decides. */
const DROPPED = 0.4
/** One example in this many is held out to fit the temperature. */
const HELD_OUT = 6

export interface Example {
  readonly words: readonly string[]
  readonly buckets: Int32Array
  readonly values: Float32Array
  /** Index of the class it belongs to. */
  readonly target: number
}

export function exampleOf(words: readonly string[], target: number): Example {
  const features = featuresOf(words)
  return { words, buckets: Int32Array.from(features.keys()), values: Float32Array.from(features.values()), target }
}

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
  const { weights, bias } = descend(examples, classCount, EPOCHS)
  return { bias: [...bias].map((value) => +value.toFixed(4)), ...pack(weights, classCount, mostWeights) }
}

/** How sure the weights may be, from a second fit that leaves some examples out. */
export function temperatureOf(examples: readonly Example[], classCount: number): number {
  const isHeldOut = (_: Example, index: number) => index % HELD_OUT === HELD_OUT - 1
  const seen = examples.filter((example, index) => !isHeldOut(example, index))
  return fitTemperature(descend(seen, classCount, EPOCHS_FOR_TEMPERATURE), examples.filter(isHeldOut))
}

interface Fit {
  readonly weights: Float32Array
  readonly bias: Float64Array
}

/** AdaGrad: frequent features learn slowly, rare ones at once. Weights are laid out bucket by bucket. */
function descend(examples: readonly Example[], classCount: number, epochs: number): Fit {
  const weights = new Float32Array(BUCKETS * classCount)
  const squares = new Float32Array(BUCKETS * classCount)
  const bias = new Float64Array(classCount)
  const active = new Int32Array(classCount)
  const random = createRandom()
  const order = shuffled(examples.length, random)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of order) {
      const whole = examples[index]
      if (!whole) continue
      const example = withoutSome(whole, random)
      const gradients = softmax(scoresOf(example, { weights, bias }), 1)
      gradients[example.target] = (gradients[example.target] ?? 0) - 1
      let count = 0
      for (let at = 0; at < classCount; at++) {
        const gradient = gradients[at] ?? 0
        if (Math.abs(gradient) < MIN_GRADIENT) continue
        active[count++] = at
        bias[at] = (bias[at] ?? 0) - 0.01 * gradient
      }
      // Feature by feature, so that the classes' weights lie side by side: the other way round takes three times as long.
      for (let feature = 0; feature < example.buckets.length; feature++) {
        const start = (example.buckets[feature] ?? 0) * classCount
        const value = example.values[feature] ?? 0
        for (let one = 0; one < count; one++) {
          const at = active[one] ?? 0
          const slope = (gradients[at] ?? 0) * value
          const square = (squares[start + at] ?? 0) + slope * slope
          squares[start + at] = square
          weights[start + at] = (weights[start + at] ?? 0) - (LEARNING_RATE * slope) / (Math.sqrt(square) + 0.02)
        }
      }
    }
  }
  return { weights, bias }
}

function scoresOf({ buckets, values }: Example, { weights, bias }: Fit): Float64Array {
  const scores = Float64Array.from(bias)
  for (let feature = 0; feature < buckets.length; feature++) {
    const start = (buckets[feature] ?? 0) * scores.length
    const value = values[feature] ?? 0
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + value * (weights[start + at] ?? 0)
  }
  return scores
}

/** The temperature under which held-out phrasings were least surprising. */
function fitTemperature(fit: Fit, examples: readonly Example[]): number {
  const scored = examples.map((example) => ({ example, scores: scoresOf(example, fit) }))
  let best = { temperature: 1, surprise: Infinity }
  for (let temperature = 0.6; temperature < 5; temperature *= 1.1) {
    let surprise = 0
    for (const { example, scores } of scored)
      surprise -= Math.log((softmax(scores, temperature)[example.target] ?? 0) + 1e-9)
    if (surprise < best.surprise) best = { temperature, surprise }
  }
  return +best.temperature.toFixed(3)
}

function pack(
  weights: Float32Array,
  classCount: number,
  mostWeights: number,
): Omit<LinearModel, 'bias' | 'temperature'> {
  const sizes = Float32Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort()
  const least = sizes[Math.max(0, sizes.length - mostWeights)] ?? 0
  const scale = (sizes.at(-1) ?? 1) / 127
  const starts = new Uint32Array(BUCKETS + 1)
  const classOf: number[] = []
  const kept: number[] = []
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    for (let at = 0; at < classCount; at++) {
      const weight = weights[bucket * classCount + at] ?? 0
      const value = Math.round(weight / scale)
      if (value === 0 || Math.abs(weight) < least) continue
      classOf.push(at)
      kept.push(value)
    }
    starts[bucket + 1] = kept.length
  }
  return {
    starts: base64(starts),
    classOf: base64(Uint16Array.from(classOf)),
    weights: base64(Int8Array.from(kept)),
    scale,
  }
}

function withoutSome({ words, buckets, values, target }: Example, random: () => number): Example {
  const keptBuckets = new Int32Array(buckets.length)
  const keptValues = new Float32Array(buckets.length)
  let count = 0
  for (let at = 0; at < buckets.length; at++) {
    if (random() < DROPPED) continue
    keptBuckets[count] = buckets[at] ?? 0
    keptValues[count++] = (values[at] ?? 0) / (1 - DROPPED)
  }
  return { words, buckets: keptBuckets.subarray(0, count), values: keptValues.subarray(0, count), target }
}

/** 0…1, a linear congruential generator with a fixed seed: every run trains alike. */
function createRandom(): () => number {
  let state = 20261123
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffled(length: number, random: () => number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index)
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

function base64(array: Uint32Array | Uint16Array | Int8Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
