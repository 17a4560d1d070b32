// The conductor: triage → understand → compose. Read this first to learn why it said that.
import type { SafetyData } from '../../knowledge/safety.ts'
import type { Knowledge } from '../../knowledge/schema.ts'
import type { AskRequest, CrisisReply, EmergencyReply, Handoff, Lang, Reply, Suggestions } from '../contract.ts'
import { composeCard } from './cards.ts'
import { compose, composePaused, composeTriaged, titleOf } from './compose.ts'
import { createCorrect } from './correct.ts'
import { createDictionary } from './dictionary.ts'
import { createInsistence } from './follow-up.ts'
import { createHandoff } from './handoff.ts'
import type { Model } from './model.ts'
import { normalize } from './normalize.ts'
import { createSay } from './say.ts'
import { createSecondLook, milder, weigh } from './second-look.ts'
import type { Thresholds } from './thresholds.ts'
import { thresholds } from './thresholds.ts'
import type { Triage } from './triage/triage.ts'
import { createTriage } from './triage/triage.ts'
import type { Understanding } from './understand.ts'
import { createUnderstand } from './understand.ts'

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

/** For people at a terminal: the same reply, with what led to it. None of that may cross the wire. */
export interface ExplainingAssistant extends Assistant {
  explain(request: AskRequest, now: Date): Explanation
}

export interface Explanation {
  readonly reply: Reply
  readonly triage: Triage
  /** `null` when triage alone decided. */
  readonly understanding: Understanding | null
}

/**
 * @param model trained from this very `knowledge`.
 * @param limits the reduced model's own, where it is the one.
 *
 * Throws when the clinic's phone number is not one.
 */
export function createAssistant(
  knowledge: Knowledge,
  safety: SafetyData,
  model: Model,
  limits: Thresholds = thresholds,
): ExplainingAssistant {
  const say = createSay(knowledge.copy)
  const makeHandoff = createHandoff(knowledge)
  const triageOf = createTriage(safety)
  const correct = createCorrect(model)
  const dictionary = createDictionary(model)
  const lookAgain = createSecondLook(model, knowledge.lexicon.rewrites, { correct, dictionary })
  const understand = createUnderstand(knowledge, model, { correct, dictionary }, limits)
  const insists = createInsistence(knowledge.lexicon)

  function triage({ question, history = [], locale }: AskRequest): Triage {
    const { triage: framed, rest } = triageOf.withRest(question, history, locale)
    const look = lookAgain(rest.text, framed.lang)
    // A hole in a sentence can look like danger itself: "I … short, do I need a new photo". What frames found is not doubted for it.
    const hasHole = !rest.isWhole && framed.kind !== 'crisis' && framed.kind !== 'emergency'
    const found = weigh(framed, hasHole ? milder(look, lookAgain(question, framed.lang)) : look, limits)
    if (found.kind !== 'ordinary' || !insists(normalize(question, knowledge.lexicon.rewrites))) return found
    // A personal question stays personal when it is pressed: "just yes or no".
    const earlier = triageOf(history.at(-1) ?? '', history.slice(0, -1), locale)
    return earlier.kind === 'personal' ? { ...earlier, lang: found.lang } : found
  }

  function card(found: Triage, now: Date): CrisisReply | EmergencyReply | null {
    if (found.kind !== 'crisis' && found.kind !== 'emergency') return null
    return composeCard(found, knowledge, say, makeHandoff(found.lang, now, 'handoff-card'))
  }

  function explain(request: AskRequest, now: Date): Explanation {
    const found = triage(request)
    const { lang } = found
    const handoff = makeHandoff(lang, now)
    const shown = card(found, now)
    if (shown) return { reply: shown, triage: found, understanding: null }
    if (knowledge.clinic.paused) return { reply: composePaused(lang, say, handoff), triage: found, understanding: null }
    const understanding = understand(request.question, request.history, lang)
    // An entry's own question, offered by us as a choice, is answered even where it sounds personal ("Do I need …?").
    const declined = understanding.titled ? null : composeTriaged(found, { knowledge, say, handoff })
    if (declined) return { reply: declined, triage: found, understanding }
    const { notice, suicideTopic } = found.kind === 'ordinary' ? found : { notice: null, suicideTopic: false }
    const handoffBesides = (topic: string) => makeHandoff(lang, now, 'handoff-besides', { topic })
    const setting = { knowledge, say, lang, now, handoff, handoffBesides, notice, suicideTopic }
    return { reply: compose(understanding.decision, setting), triage: found, understanding }
  }

  return {
    answer: (request, now) => explain(request, now).reply,
    explain,
    cardFor: (request, now) => card(triage(request), now),
    handoff: makeHandoff,
    suggestions: (lang) => ({
      lang,
      questions: (knowledge.clinic.paused ? [] : knowledge.suggestions).flatMap((id) => {
        const entry = knowledge.entries.find((candidate) => candidate.id === id && candidate.say.length > 0)
        return entry ? [{ question: titleOf(entry, lang) }] : []
      }),
    }),
    say,
  }
}
