// Trains the models: knowledge.json and examples.json → model.json and offline-model.json, with the very code that prepares a question.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import * as schema from '../knowledge/schema.ts'
import type { Model } from './answer/model.ts'
import { thresholds } from './answer/thresholds.ts'
import type { Lessons } from './answer/train.ts'
import { learnDanger, learnOffline, learnTopics, lessonsOf, modelOf, offlineModelOf } from './answer/train.ts'
import { ordinaryEnglish } from './ordinary-english.ts'

const TRAINED_BY = [
  ...[
    'train',
    'correct',
    'edit-distance',
    'slip-cost',
    'keyboard',
    'features',
    'normalize',
    'rank',
    'model',
    'base64',
    'bits',
    'packed-weights',
    'dictionary',
    'hash',
    'spelled-weights',
    'word-pairs',
  ].map((name) => `${name}.ts`),
  ...globSync('training/*.ts', { cwd: new URL('./answer/', import.meta.url) }).toSorted(),
]
const MODEL = new URL('./model.json', import.meta.url)
const OFFLINE_MODEL = new URL('./offline-model.json', import.meta.url)

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../knowledge/${name}.json`, import.meta.url), 'utf8'))
const knowledge = schema.knowledge.parse(read('knowledge'))
const messages = schema.safetyExamples.parse(read('examples'))
const kinds = readFileSync(new URL('./word-kinds.txt', import.meta.url), 'utf8')

const readLessons = () => lessonsOf(knowledge, messages, { english: ordinaryEnglish(), kinds })

if (isMainThread) await trainWhatIsStale()
else parentPort?.postMessage(learnTheRest(readLessons()))

async function trainWhatIsStale(): Promise<void> {
  const trainedFrom = sha256([
    JSON.stringify([wordingOf(knowledge), messages]),
    kinds,
    ordinaryEnglish().join(' '),
    JSON.stringify(Object.entries(thresholds).filter(([name]) => name.startsWith('correction'))),
    ...TRAINED_BY.map((path) => readFileSync(new URL(`./answer/${path}`, import.meta.url), 'utf8')),
  ])
  const isFresh = (file: URL) => existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).trainedFrom === trainedFrom
  if (isFresh(MODEL) && isFresh(OFFLINE_MODEL)) {
    console.log('model: up to date.')
    return
  }
  console.log('model: training on the phrasings, about a minute.')
  const started = performance.now()
  const learningTheRest = learnTheRestElsewhere()
  const lessons = readLessons()
  const topics = learnTopics(lessons)
  const { danger: dangers, offline } = await learningTheRest
  const model = modelOf(lessons, topics, dangers)
  const write = (file: URL, trained: Model) => writeFileSync(file, `${JSON.stringify({ trainedFrom, ...trained })}\n`)
  write(OFFLINE_MODEL, offlineModelOf(model, offline))
  write(MODEL, model)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const {
    classes,
    vocabulary,
    topics: { temperature },
    danger,
  } = model
  console.log(
    `model: ${classes.length} classes, ${vocabulary.en.length + vocabulary.es.length} words, temperatures ${temperature} and ${danger.temperature}, ${seconds} s.`,
  )
}

/** All that topics do not wait for. It takes about as long as they do. */
function learnTheRest(lessons: Lessons) {
  return { danger: learnDanger(lessons), offline: learnOffline(lessons) }
}

/** This very file does it, run once more beside itself. */
function learnTheRestElsewhere(): Promise<ReturnType<typeof learnTheRest>> {
  return new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url)).once('message', resolve).once('error', reject)
  })
}

/** What training reads of the knowledge: a new telephone number or a sentence of copy teaches it nothing. */
function wordingOf({ entries, gaps, smalltalk, clinicFacts, lexicon }: schema.Knowledge): unknown {
  return [
    entries.map(({ id, question, questionEs, phrasings, derived }) => [id, question, questionEs, phrasings, derived]),
    gaps.map(({ id, reason, phrasings }) => [id, reason, phrasings]),
    smalltalk.map(({ id, phrasings }) => [id, phrasings]),
    clinicFacts.map(({ topic, phrasings }) => [topic, phrasings]),
    [lexicon.rewrites, lexicon.followUps],
  ]
}

/** Training takes about a minute, so it happens only when the wording or the code that reads it has changed. */
function sha256(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
