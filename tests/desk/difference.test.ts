// Before and after, taken apart where they begin and cease to differ.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingPart } from '../../desk/difference.ts'

test('finds the words that differ, and what stands around them', () => {
  expect(differingPart('We do not give prices here.', 'We never give prices here.')).toEqual({
    before: ['We', ' do not', ' give prices here.'],
    after: ['We', ' never', ' give prices here.'],
  })
})

test.each([
  ['', 'New words.', ['', '', ''], ['', 'New words.', '']],
  ['One two', 'One two three', ['One two', '', ''], ['One two', ' three', '']],
  ['a a', 'a', ['a', ' a', ''], ['a', '', '']],
])('“%s” → “%s”', (before, after, then, now) => {
  expect(differingPart(before, after)).toEqual({ before: then, after: now })
})

test('loses no character of either', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const parts = differingPart(before, after)
      expect(parts.before.join('')).toBe(before)
      expect(parts.after.join('')).toBe(after)
    }),
  )
})
