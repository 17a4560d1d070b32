// The assistant with the knowledge as built, for everything that judges replies in process.
import { readFileSync } from 'node:fs'
import type { Knowledge } from '../../knowledge/schema.ts'
import { knowledge as knowledgeSchema } from '../../knowledge/schema.ts'
import type { ExplainingAssistant } from '../../server/answer/answer.ts'
import { createAssistant } from '../../server/answer/answer.ts'
import type { Reply } from '../../server/contract.ts'
import { LIMITS } from '../../server/contract.ts'
import type { Ask } from './judge.ts'
import { isCard } from './judge.ts'

const json = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

export function realAssistant(): { readonly assistant: ExplainingAssistant; readonly knowledge: Knowledge } {
  const knowledge = knowledgeSchema.parse(json('../../knowledge/knowledge.json'))
  const assistant = createAssistant(knowledge, json('../../knowledge/safety.json'), json('../../server/model.json'))
  return { assistant, knowledge }
}

/** Monday noon at the clinic, so that every run sees the same hours. */
const NOON = new Date('2026-11-23T17:00:00Z')

/** As the widget asks: what got a card is never sent along as history, and no more than the contract allows. */
export function askerOf(assistant: Pick<ExplainingAssistant, 'answer'>): Ask {
  return (turns) => {
    const history: string[] = []
    let reply: Reply | undefined
    for (const question of turns) {
      reply = assistant.answer({ question, history: history.slice(-LIMITS.historyLength) }, NOON)
      if (!isCard(reply)) history.push(question)
    }
    if (!reply) throw new Error('a golden question without a turn')
    return reply
  }
}
