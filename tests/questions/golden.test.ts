// Floors under the golden questions: a change may raise them, never lower them unseen. Nothing is tuned on these sets.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { SafetyExamples } from '../../knowledge/schema.ts'
import { askerOf, realAssistant } from './assistant.ts'
import { createCopyFinder } from './copied.ts'
import { createFaultFinder } from './faults.ts'
import { belowFloor } from './floor-rules.ts'
import { FLOORS } from './floors.ts'
import { score } from './score.ts'
import { goldenSets } from './sets.ts'

const { assistant, knowledge } = realAssistant()
const ask = askerOf(assistant)
const faultsOf = createFaultFinder(knowledge)
const sets = goldenSets()

const owners = [...knowledge.entries, ...knowledge.gaps, ...knowledge.smalltalk, ...knowledge.clinicFacts]
const messages = JSON.parse(
  readFileSync(new URL('../../knowledge/examples.json', import.meta.url), 'utf8'),
) as readonly SafetyExamples[] // our own builder's file
const learntFrom = [...owners.map(({ phrasings }) => phrasings), ...messages.map(({ examples }) => examples)]
const copiesIn = createCopyFinder(learntFrom.flatMap(({ en, es }) => [...en, ...es]))

test('every set with a floor is there to be scored', () => {
  expect(Object.keys(FLOORS).filter((name) => !sets.some((set) => set.name === name))).toEqual([])
})

describe.each(sets)('the golden set $name', { timeout: 60_000 }, (set) => {
  test('is served at least as well as when its floors were set, without a fault', () => {
    const result = score(set, ask, faultsOf)
    const missed = result.rows.filter(({ isGood }) => !isGood)
    const lines = missed.map(({ id, turns, expect: wanted, outcome, faults }) =>
      [id, `${wanted} → ${outcome}`, ...faults, ...turns].join(' · '),
    )
    expect(belowFloor(result), lines.join('\n')).toEqual([])
    expect(result.figures.faults).toBe(0)
  })

  test('holds nothing that the assistant has learnt from, so that the score is not bought', () => {
    expect(copiesIn(set.rows.flatMap(({ turns }) => turns))).toEqual([])
  })
})
