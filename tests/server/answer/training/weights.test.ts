// Which weights are kept when there is room for few.
import { describe, expect, test } from 'vitest'
import { thinned } from '../../../../server/answer/training/weights.ts'

/** Two classes; each example fills one bucket. */
const fit = { weights: Float32Array.of(2, 0.1, 1.5, 0, -1, 0.2), bias: Float64Array.of(0.5, -0.5) }
const filling = (bucket: number, times: number) =>
  Array.from({ length: times }, () => ({
    words: [],
    target: 0,
    buckets: Int32Array.of(bucket),
    values: Float32Array.of(1),
  }))

describe('thinning', () => {
  test('keeps so many weights where they are, and the bias', () => {
    const examples = [...filling(0, 4), ...filling(1, 4), ...filling(2, 4)]
    const { weights, bias } = thinned(fit, examples, 3)
    expect([...weights]).toEqual([2, 0, 1.5, 0, -1, 0])
    expect(bias).toEqual(fit.bias)
  })

  test('prefers a smaller weight in a bucket that is often filled to a larger one in one that is not', () => {
    const examples = [...filling(0, 1), ...filling(1, 1), ...filling(2, 400)]
    expect([...thinned(fit, examples, 1).weights]).toEqual([0, 0, 0, 0, -1, 0])
  })

  test('keeps no weight of a bucket that no example fills', () => {
    expect([...thinned(fit, filling(1, 2), 6).weights]).toEqual([0, 0, 1.5, 0, 0, 0])
  })
})
