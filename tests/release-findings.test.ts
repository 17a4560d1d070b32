// What the release check finds, on a small folder of knowledge.
import { describe, expect, test } from 'vitest'
import type { Change } from './knowledge/small-clinic.ts'
import { parsed, placeOf, smallClinic } from './knowledge/small-clinic.ts'
import { releaseFindings } from './release-findings.ts'

const TODAY = '2026-11-23'
const ready: readonly Change[] = [
  [
    'clinic.json',
    '"phone": "+15615550100",',
    '"phone": "+15616550142", "allowedOrigins": ["https://clinic.example"], "address": "1 Main St", "hours": {}, "leftOut": { "disclosure": "Decided against, 2026-10-01." },',
  ],
  ['safety/resources.yaml', 'lastVerified: null', 'lastVerified: 2026-11-01'],
  ['copy/es.yaml', 'true', 'false'],
]
const check = (...changes: readonly Change[]) => {
  const files = smallClinic(...changes)
  return { files, found: releaseFindings(parsed(files), TODAY) }
}
const checked = (day: string): Change => ['safety/resources.yaml', 'lastVerified: 2026-11-01', `lastVerified: ${day}`]

describe('the release check', () => {
  test('finds nothing in a clinic that is ready', () => {
    expect(check(...ready).found).toEqual([])
  })

  test('finds everything at once in one that is not', () => {
    const { files, found } = check()
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
      placeOf(files, 'clinic.json', '"phone"'),
      ...Array(4).fill('clinic.json:1'),
      placeOf(files, 'safety/resources.yaml', 'lastVerified'),
      placeOf(files, 'copy/es.yaml', 'handoff-open'),
    ])
    expect(found.map(({ what }) => what)).toEqual([
      '"+15615550100" is a number for demonstrations and reaches nobody',
      'the clinic has no "hours"',
      'the clinic has no "address"',
      'the clinic has no "disclosure"',
      '"allowedOrigins" is empty, so any page may ask',
      'Lifeline has never been checked with its owner',
      '"handoff-open" has not been reviewed',
    ])
  })

  test('says whom to ask about a number, where, and what', () => {
    const found = check().found.find(({ file }) => file === 'safety/resources.yaml')
    expect(found?.instead).toBe(
      'ask The line (https://line.example/) whether these reach it: Call (tel:988); then write the day as lastVerified',
    )
  })

  test.each([
    ['2026-08-15', []],
    ['2026-08-14', ['Lifeline was last checked 101 days ago']],
    ['2026-11-24', ['Lifeline was checked on 2026-11-24, a day to come']],
  ])('believes a number for a hundred days: checked on %s', (day, what) => {
    expect(check(...ready, checked(day)).found.map((one) => one.what)).toEqual(what)
  })

  test('takes a reason for what is left out, and no reason is none', () => {
    expect(() => check(...ready, ['clinic.json', 'Decided against, 2026-10-01.', ''])).toThrow(/leftOut/)
  })

  test('reminds of what was meant for a few days', () => {
    const line = '"announcement": { "en": "Closed.", "es": "Cerrado.", "until": "2026-11-22" }, "paused": true, "name"'
    const { found } = check(...ready, ['clinic.json', '"name"', line])
    expect(found.map(({ what }) => what)).toEqual([
      '"paused" is true, so no question is answered',
      'the announcement ended on 2026-11-22',
    ])
    const today = line.replace('2026-11-22', TODAY).replace('"paused": true, ', '')
    expect(check(...ready, ['clinic.json', '"name"', today]).found).toEqual([])
  })

  test('knows our demonstration page from the clinic’s own', () => {
    const { found } = check(...ready, ['articles/sleep.md', 'url: https://clinic.example/sleep', 'url: /'])
    expect(found.map(({ file }) => file)).toEqual(['articles/sleep.md'])
  })
})
