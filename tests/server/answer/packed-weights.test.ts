import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../../../server/answer/packed-weights.ts'
import { createRandom } from '../../questions/random.ts'

/** @param fill share of a bucket's classes that have a weight, by bucket. */
function weightsOf(bucketCount: number, classCount: number, fill: (bucket: number) => number) {
  const { below } = createRandom(7)
  const random = () => below(1e6) / 1e6
  const starts = new Uint32Array(bucketCount + 1)
  const classOf: number[] = []
  const weights: number[] = []
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    for (let one = 0; one < classCount; one++) {
      if (random() >= fill(bucket)) continue
      classOf.push(one)
      weights.push((random() < 0.8 ? 1 : -1) * (1 + Math.floor(random() ** 4 * 127)))
    }
    starts[bucket + 1] = weights.length
  }
  return { starts, classOf: Uint16Array.from(classOf), weights: Int8Array.from(weights) }
}

describe('packed weights', () => {
  test.each([
    ['sparse', weightsOf(2000, 300, (bucket) => (bucket % 7) / 100)],
    ['every class in every bucket', weightsOf(40, 8, () => 1)],
    ['none at all', weightsOf(50, 8, () => 0)],
  ])('come back as they were: %s', (_, weights) => {
    const bucketCount = weights.starts.length - 1
    const classCount = Math.max(8, ...weights.classOf) + 1
    expect(unpack(pack(weights, classCount), bucketCount, classCount)).toEqual(weights)
  })

  test('take less than their places and sizes would', () => {
    const weights = weightsOf(2000, 300, () => 0.02)
    expect(pack(weights, 300).length).toBeLessThan(weights.weights.length * 2)
  })
})
