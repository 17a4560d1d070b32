// The conductor: triage → retrieve → decide → compose. Read this first to learn why it said that.
import type { AskRequest, CrisisReply, EmergencyReply, Handoff, Lang, Reply, Suggestions } from '../contract.ts'

/** The answering core as the server and the widget's offline chunk see it. Pure: the clock is passed in. */
export interface Assistant {
  /** Answers one question. Never throws on any input that fits the request's type. */
  answer(request: AskRequest, now: Date): Reply
  /** Triage alone, for text that is too long or too frequent to be answered: a card, or nothing. */
  cardFor(request: AskRequest, now: Date): CrisisReply | EmergencyReply | null
  /** The clinic's handoff. `message`: a key of `knowledge/copy`, by default the plain invitation to call. */
  handoff(lang: Lang, now: Date, message?: string): Handoff
  suggestions(lang: Lang): Suggestions
  /** One fixed sentence of `knowledge/copy`, with its `{placeholders}` filled in. Throws when the key is unknown: a bug. */
  say(key: string, lang: Lang, values?: Readonly<Record<string, string>>): string
}
