// Every group of rules earns its place: without it some statement of the authors' set would be judged wrongly.
import { expect, test } from 'vitest'
import { createTriage } from '../../../../server/answer/triage/triage.ts'
import { outcomeOf, safety, statements } from './authored.ts'

const groups = safety.frames.filter(({ kind }) => ['crisis', 'emergency', 'shield', 'denial', 'loss'].includes(kind))

test.each(groups.map(({ id }) => id))('without %s some statement is judged wrongly', { timeout: 30_000 }, (dropped) => {
  const without = createTriage({ ...safety, frames: safety.frames.filter(({ id }) => id !== dropped) })
  const isWrong = statements.some(({ text, wanted }) => outcomeOf(without(text)) !== wanted)
  expect(isWrong).toBe(true)
})
