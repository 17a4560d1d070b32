// The safety chunk: the server's frames with their rules for cards, run in the page. What they find needs no network.
import { composeCard } from '../server/answer/cards.ts'
import { createSay } from '../server/answer/say.ts'
import { createTriage } from '../server/answer/triage/triage.ts'
import type { SafetyModule } from './answering.ts'

export { isDenial } from './denial.ts'

/** Shared with the offline chunk, which has the rest of them. */
export const cardRules = CARD_RULES
export const cardContent = CARDS

const triage = createTriage(cardRules)
const say = createSay(cardContent.copy)

/** The card for these words, or nothing. The handoff's own message gives way to the one that says what a clinic is not. */
export const cardFor: SafetyModule['cardFor'] = ({ question, history, locale }, handoff) => {
  const found = triage(question, history, locale)
  if (found.kind !== 'crisis' && found.kind !== 'emergency') return null
  const message = say('handoff-card', found.lang, { clinic: CLINIC_NAME })
  return composeCard(found, cardContent, say, { ...handoff, message })
}
