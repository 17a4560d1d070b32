// Floors under our own messages on what needs a clinician, what does not, and what this chat cannot do.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { SafetyData } from '../../knowledge/safety.ts'
import type { Triage } from '../../server/answer/triage/triage.ts'
import { createTriage } from '../../server/answer/triage/triage.ts'
import { realAssistant } from './assistant.ts'

const { knowledge, assistant } = realAssistant()
const safety = readFileSync(new URL('../../knowledge/safety.json', import.meta.url), 'utf8')
const triage = createTriage(JSON.parse(safety) as SafetyData) // our own builder's file

const NOON = new Date('2026-11-23T17:00:00Z')

/** Outcome → messages, or families of them. Our own file. */
type Families = Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>
const own = parse(readFileSync(new URL('./personal-own.yaml', import.meta.url), 'utf8')) as Families

/** After a treatment is personal too, and a soft line never hurts; everything else must be what its heading says. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  personal: ['after-treatment'],
  ordinary: ['ordinary with a notice'],
}

/** Some of these still get a card, which is the safer mistake. */
const FLOOR: Readonly<Record<string, number>> = { 'ordinary with a notice': 0.92 }

function outcome(question: string): string {
  const found = triage(question)
  if (found.kind === 'clinic') return found.topic
  if (found.kind === 'ordinary' && found.notice) return 'ordinary with a notice'
  return found.kind === 'personal' && found.topic === 'after-treatment' ? found.topic : found.kind
}

describe.each(Object.entries(own))('our own messages that are %s', (wanted, families) => {
  const messages = Object.values(families).flat()

  test('are recognised at least as often as when the floor was set', () => {
    const missed = messages
      .filter((question) => ![wanted, ...(ALSO[wanted] ?? [])].includes(outcome(question)))
      .map((question) => `${outcome(question)}: ${question}`)
    expect(1 - missed.length / messages.length, missed.join('\n')).toBeGreaterThanOrEqual(FLOOR[wanted] ?? 0.95)
  })
})

describe('the phrasings', { timeout: 120_000 }, () => {
  const entries = knowledge.entries.flatMap(({ phrasings: { en, es } }) => [...en, ...es])
  const gaps = (reason: string) =>
    knowledge.gaps.filter((gap) => gap.reason === reason).flatMap(({ phrasings: { en, es } }) => [...en, ...es])
  const share = (questions: readonly string[], kind: Triage['kind'], read: (question: string) => Triage) => {
    const found = questions.filter((question) => read(question).kind === kind)
    return { share: found.length / questions.length, found: found.join('\n') }
  }
  /** Frames and second look together. The second look has learnt from these very phrasings, so this tells what visitors meet, not what it will do with others. */
  const asAVisitor = (question: string) => assistant.explain({ question }, NOON).triage

  test('of what the article answers are hardly ever kept for a clinician or for the telephone', () => {
    const personal = share(entries, 'personal', asAVisitor)
    expect(personal.share, personal.found).toBeLessThanOrEqual(0.004)
    const clinic = share(entries, 'clinic', asAVisitor)
    expect(clinic.share, clinic.found).toBeLessThanOrEqual(0.001)
  })

  test.each([
    ['by frames alone', triage, 0.035],
    ['as a visitor meets them', asAVisitor, 0.026],
  ])('of what it does not answer seldom are, %s', (_, read, most) => {
    const personal = share(gaps('not-covered'), 'personal', read)
    expect(personal.share, personal.found).toBeLessThanOrEqual(most)
  })

  test.each([
    ['by frames alone', triage, 0.82],
    ['as a visitor meets them', asAVisitor, 0.93],
  ])('of what only a clinician can answer mostly are, %s', (_, read, least) => {
    expect(share(gaps('personal'), 'personal', read).share).toBeGreaterThanOrEqual(least)
  })
})
