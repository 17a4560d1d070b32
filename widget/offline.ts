// The offline chunk: the server's answering core with a smaller model, for when the server cannot be had.
import type { Knowledge } from '../knowledge/schema.ts'
import type { Assistant } from '../server/answer/answer.ts'
import { createAssistant } from '../server/answer/answer.ts'
import { classesOf } from '../server/answer/model.ts'
import { offlineThresholds } from '../server/answer/thresholds.ts'
import type { Lang } from '../server/contract.ts'
import type { OfflineModule } from './answering.ts'
import { cardContent, cardRules } from './safety.ts'

let assistant: Assistant | undefined

/** Built at the first question: that takes a moment, and most visitors never need it. */
const build = (): Assistant => {
  const { frames, patterns } = OTHER_RULES
  const safety = { ...cardRules, frames, patterns: { ...cardRules.patterns, ...patterns } }
  const { cards, copy } = cardContent
  const resources = cardContent.resources as Knowledge['resources'] // without who vouches for them, which no reply says
  const copyIn = (lang: Lang) => ({ ...copy[lang], ...OFFLINE_KNOWLEDGE.copy[lang] })
  const knowledge = { ...OFFLINE_KNOWLEDGE, cards, resources, copy: { en: copyIn('en'), es: copyIn('es') } }
  const model = { ...OFFLINE_MODEL, classes: classesOf(knowledge) }
  return createAssistant(knowledge, safety, model, offlineThresholds)
}

export const answer: OfflineModule['answer'] = (request, now) => {
  assistant ??= build()
  return assistant.answer(request, now)
}
