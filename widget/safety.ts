// The safety chunk: the server's frames with their rules for cards, run in the page. What they find needs no network.
import { composeCard } from '../server/answer/cards.ts'
import { createSay } from '../server/answer/say.ts'
import { createTriage } from '../server/answer/triage/triage.ts'
import type { SafetyModule } from './answering.ts'

export { isDenial } from './denial.ts'

const triage = createTriage(CARD_RULES)
const say = createSay(CARDS.copy)

/** The card for these words, or nothing. The handoff's own message gives way to the one that says what a clinic is not. */
export const cardFor: SafetyModule['cardFor'] = ({ question, history, locale }, handoff) => {
  const found = triage(question, history, locale)
  if (found.kind !== 'crisis' && found.kind !== 'emergency') return null
  const message = say('handoff-card', found.lang, { clinic: CLINIC_NAME })
  return composeCard(found, CARDS, say, { ...handoff, message })
}
