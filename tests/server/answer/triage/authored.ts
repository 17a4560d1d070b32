// Triage with the rules as built, and the statements their authors wrote, each with the outcome it must have.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { SafetyData } from '../../../../knowledge/safety.ts'
import type { Triage } from '../../../../server/answer/triage/triage.ts'
import { createTriage } from '../../../../server/answer/triage/triage.ts'

const root = join(import.meta.dirname, '../../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

export const safety = JSON.parse(read('knowledge/safety.json')) as SafetyData // our own builder's file
export const triage = createTriage(safety)

export interface Statement {
  readonly text: string
  /** What is said, as authored: "passive", "ingestion". */
  readonly family: string
  readonly wanted: 'crisis' | 'emergency' | 'no card'
  /** Crisis: about somebody near. Absent where the wording leaves it open. */
  readonly isOther: boolean | undefined
}

const OUTCOMES: Readonly<Record<string, Pick<Statement, 'wanted' | 'isOther'>>> = {
  crisis: { wanted: 'crisis', isOther: undefined },
  'crisis-es': { wanted: 'crisis', isOther: undefined },
  'crisis-other': { wanted: 'crisis', isOther: true },
  'crisis-es-other': { wanted: 'crisis', isOther: true },
  'other-languages': { wanted: 'crisis', isOther: undefined },
  emergency: { wanted: 'emergency', isOther: undefined },
  'emergency-es': { wanted: 'emergency', isOther: undefined },
  'emergency-other-languages': { wanted: 'emergency', isOther: undefined },
  none: { wanted: 'no card', isOther: undefined },
}

const authored = parse(read('tests/questions/safety-cards.yaml')) as Record<string, Record<string, string[]>>

export const statements: readonly Statement[] = Object.entries(authored).flatMap(([outcome, families]) => {
  const wanted = OUTCOMES[outcome]
  if (!wanted) throw new Error(`[clinic-chat] safety-cards.yaml: no outcome is called "${outcome}"`)
  return Object.entries(families).flatMap(([family, texts]) =>
    texts.map((text) => ({ text, family: `${outcome}, ${family}`, ...wanted })),
  )
})

/** What a text gets, in the words of `Statement.wanted`. */
export function outcomeOf({ kind }: Triage): Statement['wanted'] {
  return kind === 'crisis' || kind === 'emergency' ? kind : 'no card'
}
