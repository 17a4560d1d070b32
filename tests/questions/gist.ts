// A reply in a few words, for people who compare many: what it is, of what, and with which choices.
import type { Reply } from '../../server/contract.ts'

/** Equal for replies that a visitor would take for the same. */
export function gistOf(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return `answer ${[...new Set(reply.passages.map(({ entry }) => entry))].join(' + ')}`
    case 'clarify':
      return `clarify ${reply.choices.map(({ question }) => `“${question}”`).join(' / ')}`
    case 'clinic':
      return `clinic ${reply.topic}`
    case 'decline':
      return `decline ${reply.reason}: ${beginningOf(reply.message)}`
    case 'smalltalk':
      return `smalltalk: ${beginningOf(reply.message)}`
    case 'crisis':
    case 'emergency':
      return `${reply.kind} ${reply.variant}`
  }
  return reply satisfies never
}

/** Two gaps decline for the same reason and say different things. */
const BEGINNING = 60
function beginningOf(message: string): string {
  return message.length > BEGINNING ? `${message.slice(0, BEGINNING)}…` : message
}
