// What the components of one turn are given: the chat around them, the words, and what a visitor can do with this turn.
import type { Handoff } from '../server/contract.ts'
import type { Chat } from './chat.ts'
import type { TalkCopy } from './talk-copy.ts'

export interface Scene {
  readonly chat: Chat
  readonly copy: TalkCopy
  /** For the states in which the server gave none. */
  readonly ownHandoff: Handoff
  /** Puts a card away, or shows it again. */
  fold(folded: boolean): void
  retry(): void
}
