// Weights written as text come back as they were, and stay printable.
import { describe, expect, test } from 'vitest'
import { LARGEST_WEIGHT, readSpelled, spell } from '../../../server/answer/spelled-weights.ts'
import { createRandom } from '../../questions/random.ts'

function weightsOf(bucketCount: number, classCount: number, share: number) {
  const random = createRandom(11)
  const starts = new Uint32Array(bucketCount + 1)
  const classOf: number[] = []
  const weights: number[] = []
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    for (let one = 0; one < classCount; one++) {
      if (random.below(1000) >= 1000 * share) continue
      classOf.push(one)
      weights.push(random.below(2 * LARGEST_WEIGHT + 1) - LARGEST_WEIGHT)
    }
    starts[bucket + 1] = weights.length
  }
  return { starts, classOf: Uint16Array.from(classOf), weights: Int8Array.from(weights) }
}

describe('spelled weights', () => {
  test.each([
    ['few in many classes', weightsOf(500, 600, 0.004)],
    ['every class', weightsOf(30, 304, 1)],
    ['none', weightsOf(40, 8, 0)],
    ['the last class alone', { ...weightsOf(1, 1, 1), classOf: Uint16Array.of(599) }],
  ])('come back as they were: %s', (_, weights) => {
    expect(readSpelled(spell(weights))).toEqual(weights)
  })

  test('are printable and need no escape in JSON', () => {
    const spelled = spell(weightsOf(50, 304, 0.5))
    for (const text of Object.values(spelled)) expect(JSON.stringify(text)).toHaveLength(text.length + 2)
  })
})
