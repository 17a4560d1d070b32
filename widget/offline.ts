// The offline chunk: the server's answering core with a smaller model, for when the server cannot be had.
import type { Knowledge } from '../knowledge/schema.ts'
import type { Assistant } from '../server/answer/answer.ts'
import { createAssistant } from '../server/answer/answer.ts'
import { classesOf } from '../server/answer/model.ts'
import { offlineThresholds } from '../server/answer/thresholds.ts'
import type { Lang, Phone } from '../server/contract.ts'
import type { OfflineModule } from './answering.ts'
import { cardContent, cardRules } from './safety.ts'
import { showAs } from './stand-ins/phone-numbers.ts'

// Named once: what the build defines is written out wherever it is named.
const known = OFFLINE_KNOWLEDGE

let assistant: Assistant | undefined

/** Built at the first question: that takes a moment, and most visitors never need it. */
const build = ({ display, href }: Phone): Assistant => {
  const { frames, patterns } = OTHER_RULES
  const safety = { ...cardRules, frames, patterns: { ...cardRules.patterns, ...patterns } }
  const { cards, copy } = cardContent
  const resources = cardContent.resources as Knowledge['resources'] // without who vouches for them, which no reply says
  const copyIn = (lang: Lang) => ({ ...copy[lang], ...known.copy[lang] })
  const phone = href.replace('tel:', '')
  showAs(phone, display)
  const clinic = { ...known.clinic, phone }
  const knowledge = { ...known, clinic, cards, resources, copy: { en: copyIn('en'), es: copyIn('es') } }
  const model = { ...OFFLINE_MODEL, classes: classesOf(knowledge) }
  return createAssistant(knowledge, safety, model, offlineThresholds)
}

export const answer: OfflineModule['answer'] = (request, now, phone) => {
  assistant ??= build(phone)
  return assistant.answer(request, now)
}
