// Two entries where suicide is the topic: no claim of benefit, not even as the second of two.
import { expect, test } from 'vitest'
import type { Setting } from '../../../server/answer/compose.ts'
import { compose } from '../../../server/answer/compose.ts'
import { assistant, knowledge, now } from './real-assistant.ts'

const isClaim = (entry: (typeof knowledge.entries)[number]) => entry.say.some(({ claim }) => claim)
const claim = knowledge.entries.find(isClaim)
const plain = knowledge.entries.find((entry) => !isClaim(entry))
const setting = (suicideTopic: boolean): Setting => ({
  ...{ knowledge, lang: 'en', now, notice: 'crisis-line', suicideTopic },
  say: assistant.say,
  handoff: assistant.handoff('en', now),
  handoffBesides: () => assistant.handoff('en', now),
})

test('the claim-free one is answered alone; a claim alone is declined', () => {
  if (!claim || !plain) throw new Error('the knowledge has no claim, or nothing else')
  const both = { kind: 'answer', entries: [claim, plain], besides: null } as const
  const entriesOf = (suicideTopic: boolean) => {
    const reply = compose(both, setting(suicideTopic))
    return reply.kind === 'answer' ? [...new Set(reply.passages.map(({ entry }) => entry))] : reply.kind
  }
  expect(entriesOf(false)).toEqual([claim.id, plain.id])
  expect(entriesOf(true)).toEqual([plain.id])
  expect(compose({ kind: 'answer', entries: [claim], besides: null }, setting(true)).kind).toBe('decline')
})
