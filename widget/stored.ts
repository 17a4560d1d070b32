// Keeps the conversation for the next page of the same tab, in sessionStorage, and only from the first question on.
//
// Never kept: a turn that got a card or was asked while one was showing. After a violence card nothing is kept at all,
// and what was is erased: the device may be shared. A page without storage (a sandboxed frame) keeps nothing.
import type { Conversation, Turn } from './conversation.ts'
import { IDLE_MS } from './conversation.ts'
import { readJson, writeJson } from './json.ts'
import { parseReply } from './parse-reply.ts'
import { STORAGE_KEY } from './seat.ts'

const MOST_TURNS = 20

export const save = (conversation: Conversation, now: number) => {
  const turns = conversation.turns.flatMap(({ asked, state, storable }) =>
    storable && state.at === 'replied' ? [{ asked, reply: state.reply }] : [],
  )
  const { cards, secret } = conversation
  try {
    if (secret || (turns.length === 0 && cards === 0)) sessionStorage.removeItem(STORAGE_KEY)
    else sessionStorage.setItem(STORAGE_KEY, writeJson({ at: now, card: cards > 0, turns: turns.slice(-MOST_TURNS) }))
  } catch {
    // No storage, or no room in it: the conversation lasts as long as the page.
  }
}

/** What is left from the page before. After half an hour the words are gone; that there was a card is not. */
export const restore = (now: number): Pick<Conversation, 'turns' | 'cards'> => {
  let text: string | null = null
  try {
    text = sessionStorage.getItem(STORAGE_KEY)
  } catch {
    // No storage: nothing is left.
  }
  const { at, card, turns } = (text && (readJson(text) as StoredMaybe)) || {}
  const isFresh = typeof at === 'number' && now - at < IDLE_MS
  return { cards: card === true ? 1 : 0, turns: isFresh && Array.isArray(turns) ? turns.flatMap(restoreTurn) : [] }
}

/** Another script of the page may have written under our key, so every member is looked at. */
type StoredMaybe = { readonly at?: unknown; readonly card?: unknown; readonly turns?: unknown } | null | undefined

/** Ids below zero: those of this page's own turns count up from one. */
const restoreTurn = (stored: unknown, index: number): Turn[] => {
  const { asked, reply } = (stored ?? {}) as { readonly asked?: unknown; readonly reply?: unknown }
  const parsed = parseReply(reply)
  return typeof asked === 'string' && parsed
    ? [{ id: index - MOST_TURNS, asked, state: { at: 'replied', reply: parsed }, folded: false, storable: true }]
    : []
}
