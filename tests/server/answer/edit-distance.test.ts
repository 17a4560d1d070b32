// The number of edits between two words, and where counting stops.
import { describe, expect, test } from 'vitest'
import { editDistance } from '../../../server/answer/edit-distance.ts'

describe('the distance between two words', () => {
  test.each([
    ['same', 'same', 0],
    ['ketamin', 'ketamine', 1],
    ['anxeity', 'anxiety', 1],
    ['docter', 'doctor', 1],
    ['safe', 'sfea', 2],
    ['', 'ab', 2],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance)
    expect(editDistance(b, a, 3)).toBe(distance)
  })

  test('is one more than the limit as soon as the limit is passed', () => {
    expect(editDistance('ketamine', 'anxiety', 2)).toBe(3)
    expect(editDistance('a', 'abcdef', 1)).toBe(2)
  })
})
