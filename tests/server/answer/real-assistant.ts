// The assistant with the generated knowledge, rules and model, for tests that ask what a visitor would.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { knowledge as knowledgeSchema } from '../../../knowledge/schema.ts'
import { createAssistant } from '../../../server/answer/answer.ts'
import type { AskRequest, Lang } from '../../../server/contract.ts'

const root = join(import.meta.dirname, '../../..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

export const knowledge = knowledgeSchema.parse(json('knowledge/knowledge.json'))
const [safety, model] = [json('knowledge/safety.json'), json('server/model.json')]

/** The assistant of a clinic that is like this one but for what was changed. */
export const assistantOf = (changed: typeof knowledge) =>
  createAssistant(...([changed, safety, model] as Parameters<typeof createAssistant>)) // our own builders' files
export const assistant = assistantOf(knowledge)

export const now = new Date('2026-11-23T15:00:00Z')

export function ask(question: string, more: Omit<AskRequest, 'question'> = {}) {
  return assistant.answer({ question, ...more }, now)
}

/** `crisis self`, `emergency medical`, …; null without a card. */
export function cardOf(question: string, history: readonly string[] = []): string | null {
  const card = assistant.cardFor({ question, history }, now)
  return card && `${card.kind} ${card.variant}`
}

/** Every authored way of asking for an entry, with the entry. */
export const phrasings = knowledge.entries.flatMap((entry) =>
  (['en', 'es'] satisfies Lang[]).flatMap((lang) => entry.phrasings[lang].map((question) => ({ entry, question }))),
)
