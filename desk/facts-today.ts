// What the assistant says today of the clinic's own facts, composed as for a visitor. Pure: the clock is passed in.
import type { Knowledge } from '../knowledge/schema.ts'
import type { VisiblePiece } from '../knowledge/visible-piece.ts'
import { spaced, unsigned } from '../knowledge/visible-piece.ts'
import { factMessage } from '../server/answer/clinic-facts.ts'
import { createSay } from '../server/answer/say.ts'

export function factsAt(now: Date, { clinic, clinicFacts, copy }: Knowledge): readonly VisiblePiece[] {
  const say = createSay(copy)
  return clinicFacts.map(({ topic }) => ({
    ...{ id: `fact/${topic}`, kind: 'clinic', group: 'What is said of the clinic today', label: spaced(topic) },
    fields: (['en', 'es'] as const).map((lang) =>
      unsigned('Message', factMessage(topic, clinic, lang, now, say), lang),
    ),
  }))
}
