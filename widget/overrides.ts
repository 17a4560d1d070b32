// The number in the snippet wins over the server's in every reply: the person who edits the site can correct it at once.
import type { Phone } from '../server/contract.ts'
import type { Outcome } from './conversation.ts'
import { readJson, writeJson } from './json.ts'

/**
 * The outcome with the clinic's number replaced wherever it stands, in the handoff and inside sentences. Other numbers
 * (988, 911) are never touched.
 */
export const withPhone = (outcome: Outcome, phone: Phone | null): Outcome => {
  const handoff = outcome.at === 'replied' ? outcome.reply.handoff : outcome.handoff
  if (!phone || !handoff) return outcome
  const text = writeJson(outcome)
    .replaceAll(writeJson(handoff.phone.display), writeJson(phone.display))
    .replaceAll(handoff.phone.display, phone.display.replace(/["\\]/g, ''))
    .replaceAll(writeJson(handoff.phone.href), writeJson(phone.href))
  return readJson(text) as Outcome // The same shape: only strings were exchanged for strings.
}
