// What the office is told of a clinic.json that cannot be right, before a visitor dials it.
import { describe, expect, test } from 'vitest'
import { lintClinic } from '../../knowledge/lint-clinic.ts'
import { parsed, placeOf, shown, smallClinic } from './small-clinic.ts'

const PHONE = '"phone": "+15615550100"'
const lintWith = (from: string, to: string) => {
  const files = smallClinic(['clinic.json', from, to])
  return { files, said: lintClinic(parsed(files).clinic).map((one) => `${one.severity} ${shown(one)}`) }
}

describe('a clinic’s numbers', () => {
  test('are found in order', () => {
    expect(lintWith(PHONE, PHONE).said).toEqual([])
  })

  // The build used to pass, and only the server that was started afterwards refused.
  test.each([
    ['phone', '+1561555010'],
    ['phone', '+156155501000'],
    ['textNumber', '+1561555010'],
    ['afterHours', '+999123456789'],
  ])('fail the build when a digit is missing or too many: %s %s', (name, number) => {
    const wrong = name === 'phone' ? `"phone": "${number}"` : `${PHONE}, "${name}": "${number}"`
    const { files, said } = lintWith(PHONE, wrong)
    expect(said).toEqual([
      `error ${placeOf(files, 'clinic.json', number)} "${name}": "${number}" is no telephone number: a digit is missing or too many; write all of it with its country, like "+15615550100"`,
    ])
  })

  test('are doubted when no range has them, and the build goes on', () => {
    expect(lintWith(PHONE, '"phone": "+11615550100"').said[0]).toMatch(/^note .* is in no range of numbers we know of/)
  })
})

test('a time zone that does not exist is named', () => {
  expect(lintWith('America/New_York', 'America/Miami').said[0]).toMatch(
    /"timeZone": "America\/Miami" is not known; write/,
  )
})
