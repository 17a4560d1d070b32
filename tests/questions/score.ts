// Scores an assistant on one golden set: every row's outcome, and the figures over all of them.
import type { Reply } from '../../server/contract.ts'
import type { Ask } from './judge.ts'
import type { Figures } from './measures.ts'
import { scoreMessages } from './score-messages.ts'
import { scoreQuestions } from './score-questions.ts'
import type { GoldenSet } from './sets.ts'

/** One row with what it got and what that comes to. */
export interface Judged {
  readonly id: string
  readonly turns: readonly string[]
  readonly expect: string
  readonly reply: Reply
  readonly outcome: string
  readonly isGood: boolean
}

export interface Scored extends Judged {
  readonly faults: readonly string[]
}

export interface Score {
  readonly set: string
  readonly kind: GoldenSet['kind']
  readonly figures: Figures
  readonly rows: readonly Scored[]
}

/** @param faultsOf what is wrong with a reply whatever was asked. */
export function score(set: GoldenSet, ask: Ask, faultsOf: (reply: Reply) => readonly string[]): Score {
  const { judged, figures } = set.kind === 'questions' ? scoreQuestions(set.rows, ask) : scoreMessages(set.rows, ask)
  const rows = judged.map((one) => {
    const faults = faultsOf(one.reply)
    return { ...one, faults, isGood: one.isGood && faults.length === 0 }
  })
  const faults = rows.reduce((sum, row) => sum + row.faults.length, 0)
  return { set: set.name, kind: set.kind, figures: { ...figures, faults }, rows }
}
