// What slips cost: those that fingers and ears make often cost less than those that nothing explains.
import { describe, expect, test } from 'vitest'
import { slipCost } from '../../../server/answer/slip-cost.ts'

const cost = (typed: string, meant: string) => slipCost(typed, meant, 5)

describe('the cost of a slip', () => {
  test('is nothing for the same word', () => {
    expect(cost('ketamine', 'ketamine')).toBe(0)
  })

  test.each([
    ['struck twice', 'anxxiety', 'anxpiety'],
    ['one of two letters lost', 'depresion', 'depessive'],
    ['letters swapped', 'ketmaine', 'ketoaine'],
    ['the key beside', 'ketanine', 'ketafine'],
    ['a vowel for a vowel', 'infusian', 'infusirn'],
    ['what sounds the same', 'therapi', 'therapk'],
    ['a later letter missed', 'kedamine', 'zetamine'],
  ])('%s is cheaper than what nothing explains', (_, common, odd) => {
    const meant = { a: 'anxiety', d: 'depression', k: 'ketamine', i: 'infusion', t: 'therapy' }[common.charAt(0)] ?? ''
    expect(cost(common, meant)).toBeLessThan(cost(odd, meant))
  })

  test.each([
    ['sikiatrist', 'psychiatrist'],
    ['fobia', 'phobia'],
    ['attenshun', 'attention'],
    ['nee', 'knee'],
  ])('%s is %s as it sounds, however many letters that takes', (typed, meant) => {
    expect(cost(typed, meant)).toBeLessThanOrEqual(1.5)
  })

  test('is infinite where it would be more than the most', () => {
    expect(slipCost('ketamine', 'anxiety', 2)).toBe(Infinity)
    expect(slipCost('ketamin', 'ketamine', 0.4)).toBe(Infinity)
  })

  test('finds a swap at the beginning of a word within the most', () => {
    expect(slipCost('hwat', 'what', 1)).toBeLessThan(1)
  })
})
