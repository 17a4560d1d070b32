// The assistant with the knowledge as built, for everything that judges replies in process.
import { readFileSync } from 'node:fs'
import type { Knowledge } from '../../knowledge/schema.ts'
import { knowledge as knowledgeSchema } from '../../knowledge/schema.ts'
import type { ExplainingAssistant } from '../../server/answer/answer.ts'
import { createAssistant } from '../../server/answer/answer.ts'

const json = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

export function realAssistant(): { readonly assistant: ExplainingAssistant; readonly knowledge: Knowledge } {
  const knowledge = knowledgeSchema.parse(json('../../knowledge/knowledge.json'))
  const assistant = createAssistant(knowledge, json('../../knowledge/safety.json'), json('../../server/model.json'))
  return { assistant, knowledge }
}
