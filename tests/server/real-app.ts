// The application with the real knowledge, as the Node entry builds it, for tests that ask it thousands of things.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Knowledge } from '../../knowledge/schema.ts'
import { knowledge as knowledgeSchema } from '../../knowledge/schema.ts'
import { createAssistant } from '../../server/answer/answer.ts'
import type { AppDeps } from '../../server/app.ts'
import type { Trial } from './try-app.ts'
import { tryApp } from './try-app.ts'

const root = join(import.meta.dirname, '../..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

export function realApp(changes: Partial<AppDeps> = {}): Trial & { readonly knowledge: Knowledge } {
  const knowledge = knowledgeSchema.parse(json('knowledge/knowledge.json'))
  // What is served has no phrasings; what is given back has, for tests that ask in them.
  const built = [json('knowledge/answers.json'), json('knowledge/safety.json'), json('server/model.json')]
  const assistant = createAssistant(...(built as Parameters<typeof createAssistant>)) // our own builders' files
  return { ...tryApp({ knowledge, ...changes }, assistant), knowledge }
}
