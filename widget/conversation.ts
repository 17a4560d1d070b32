// What is said and shown, as one value and the events that change it. No DOM, no clock, no network.
import type { CrisisReply, EmergencyReply, Handoff, Lang, Reply } from '../server/contract.ts'

/**
 * Why a question got no reply. `unreachable`: no network, DNS, CORS. `slow`: no reply in time. `broken`: a 5xx or
 * something that is no reply. `busy`: too many questions. `refused`: the request itself was at fault (too long, say).
 */
export type Fault = 'unreachable' | 'slow' | 'broken' | 'busy' | 'refused'

export type Outcome =
  | { readonly at: 'replied'; readonly reply: Reply }
  /** A claim of benefit that came after a card: it is not shown in this session, the handoff is. */
  | { readonly at: 'withheld'; readonly handoff: Handoff }
  /** "I'm fine", after a card: thanked in the card's language. No question, so it is no history either. */
  | { readonly at: 'thanked'; readonly lang: Lang; readonly handoff: Handoff }
  | { readonly at: 'failed'; readonly fault: Fault; readonly detail: string | null; readonly handoff: Handoff | null }

export interface Turn {
  /** Counts up within the session. */
  readonly id: number
  readonly asked: string
  readonly state: { readonly at: 'waiting'; readonly long: boolean } | Outcome
  /** A card the visitor has put away; the crisis bar stays. */
  readonly folded: boolean
  /** May be kept for the next page: got no card, and was not asked while one was showing. */
  readonly storable: boolean
}

export interface Conversation {
  readonly turns: readonly Turn[]
  /** Cards so far in this session: any at all keeps the crisis bar and withholds claims. */
  readonly cards: number
  /** A violence card was shown, perhaps on a shared device: nothing outlives the page any more. */
  readonly secret: boolean
}

export type Happening =
  | { readonly type: 'asked'; readonly id: number; readonly question: string }
  /** The reply has been away long enough for the visitor to be told that it is on its way. */
  | { readonly type: 'waited'; readonly id: number }
  | { readonly type: 'settled'; readonly id: number; readonly outcome: Outcome }
  | { readonly type: 'folded'; readonly id: number; readonly folded: boolean }
  | { readonly type: 'retried'; readonly id: number }
  | { readonly type: 'restored'; readonly turns: readonly Turn[]; readonly cards: number }
  | { readonly type: 'cleared' }

/** After so long without a question the words are forgotten, on a page left open as in storage. */
export const IDLE_MS = 30 * 60_000

export const EMPTY: Conversation = { turns: [], cards: 0, secret: false }

const WAITING = { at: 'waiting', long: false } as const

export const isCard = (reply: Reply): reply is CrisisReply | EmergencyReply =>
  reply.kind === 'crisis' || reply.kind === 'emergency'

export const cardOf = ({ state }: Turn) => (state.at === 'replied' && isCard(state.reply) ? state.reply : null)

export const reduce = (before: Conversation, happening: Happening): Conversation => {
  switch (happening.type) {
    case 'asked': {
      const { id, question: asked } = happening
      const turn: Turn = { id, asked, state: WAITING, folded: false, storable: !before.turns.some(cardOf) }
      return { ...before, turns: [...before.turns, turn] }
    }
    case 'waited':
      return change(before, happening.id, ({ state }) => ({
        state: state.at === 'waiting' ? { ...state, long: true } : state,
      }))
    case 'settled':
      return settle(before, happening.id, happening.outcome)
    case 'folded':
      return change(before, happening.id, () => ({ folded: happening.folded }))
    case 'retried':
      return change(before, happening.id, () => ({ state: WAITING }))
    case 'restored':
      // The visitor may have been quicker: what was asked meanwhile stays, after what was asked before.
      return { ...before, turns: [...happening.turns, ...before.turns], cards: before.cards + happening.cards }
    case 'cleared':
      return { ...EMPTY, cards: before.cards, secret: before.secret }
  }
  happening satisfies never
}

/** The visitor's last one or two questions before this one, for the server to read it by; none that got a card. */
export const historyFor = ({ turns }: Conversation): readonly string[] =>
  turns
    .filter((turn) => turn.state.at === 'replied' && !cardOf(turn))
    .slice(-2)
    .map(({ asked }) => asked)

const change = (before: Conversation, id: number, to: (turn: Turn) => Partial<Turn>): Conversation => ({
  ...before,
  turns: before.turns.map((turn) => (turn.id === id ? { ...turn, ...to(turn) } : turn)),
})

const settle = (before: Conversation, id: number, outcome: Outcome): Conversation => {
  const turn = before.turns.find((one) => one.id === id)
  // "Start over" may have taken the turn away while its reply was on the road.
  if (!turn) return before
  const reply = outcome.at === 'replied' ? outcome.reply : null
  if (reply && isCard(reply)) {
    const after = change(before, id, () => ({ state: outcome, storable: false }))
    return { ...after, cards: before.cards + 1, secret: before.secret || reply.variant === 'violence' }
  }
  const isClaim = reply?.kind === 'answer' && reply.caveat !== null
  const state: Outcome = isClaim && before.cards > 0 ? { at: 'withheld', handoff: reply.handoff } : outcome
  return change(before, id, () => ({ state }))
}
