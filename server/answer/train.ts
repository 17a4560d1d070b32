// Build time: phrasings and messages → model.json and offline-model.json.
import type { DangerClass, Knowledge, SafetyExamples } from '../../knowledge/schema.ts'
import { createCorrect, editDistance } from './correct.ts'
import type { Class, LinearModel, Model } from './model.ts'
import { classesOf } from './model.ts'
import { normalize } from './normalize.ts'
import type { Example } from './training/example.ts'
import { exampleOf } from './training/example.ts'
import { temperatureOf, weigh } from './training/learn.ts'
import { learnPacked } from './training/learn-offline.ts'

const TOPIC_WEIGHTS = 1_000_000
const DANGER_WEIGHTS = 500_000
/** The browser's; what they weigh is bounded in tests/widget/budget.ts. */
const OFFLINE = {
  topicWeights: 95_000,
  dangerWeights: 10_000,
  words: 3500,
  /** Times the server's: fitted by itself, it came out so twice (0.878 beside 0.799). */
  temperature: 1.1,
} as const
const MIN_FREQUENCY = 2
const MIN_CORRECTABLE = 4

/** What a text can be to triage; the first is what every phrasing is, personal gaps aside. */
const DANGERS: readonly DangerClass[] = [
  'harmless',
  'crisis-self',
  'crisis-other',
  'emergency-medical',
  'emergency-violence',
  'emergency-harm-to-others',
  'personal',
  'topic',
]

/** What is learnt from: everything labelled, in the words it will be read in. */
export interface Lessons {
  readonly classes: readonly Class[]
  readonly vocabulary: readonly string[]
  readonly english: string
  /** Phrasings by class. */
  readonly topics: readonly Example[]
  /** Phrasings and messages by danger. */
  readonly dangers: readonly Example[]
}

/** @param english ordinary English words, lower case. */
export function lessonsOf(
  knowledge: Knowledge,
  messages: readonly SafetyExamples[],
  english: readonly string[],
): Lessons {
  const owners = ownersOf(knowledge)
  const { rewrites } = knowledge.lexicon
  const worded = (texts: readonly string[]) =>
    texts.map((text) => normalize(text, rewrites)).filter((words) => words.length > 0)
  const asked = owners.map(({ phrasings }) => worded(phrasings))
  const told = messages.map(({ examples: { en, es } }) => worded([...en, ...es]))
  const vocabulary = vocabularyOf([...asked, ...told].flat(), new Set(english))
  // Corrected as a visitor's question will be; a message to triage is read as it was typed.
  const correct = createCorrect({ vocabulary, english: english.join(' ') })
  const isDanger = (kind: DangerClass = 'harmless') => DANGERS.indexOf(kind)
  return {
    classes: classesOf(knowledge),
    vocabulary,
    english: english.join(' '),
    topics: asked.flatMap((all, target) => all.map((words) => exampleOf(correct(words).words, target))),
    dangers: [
      ...asked.flatMap((all, at) => all.map((words) => exampleOf(words, isDanger(owners[at]?.danger)))),
      ...told.flatMap((all, at) => all.map((words) => exampleOf(words, isDanger(messages[at]?.class)))),
    ],
  }
}

/** The longest part of the work. */
export function learnTopics({ topics, classes }: Lessons): Omit<LinearModel, 'temperature'> {
  return weigh(topics, classes.length, TOPIC_WEIGHTS)
}

/** Everything else: together about as long, so that two threads finish together. */
export function learnTheRest(lessons: Lessons): { readonly temperature: number; readonly danger: LinearModel } {
  const temperature = temperatureOf(lessons.topics, lessons.classes.length)
  const danger = weigh(lessons.dangers, DANGERS.length, DANGER_WEIGHTS)
  return { temperature, danger: { ...danger, temperature: temperatureOf(lessons.dangers, DANGERS.length) } }
}

export function modelOf(
  { classes, vocabulary, english }: Lessons,
  topics: ReturnType<typeof learnTopics>,
  { temperature, danger }: ReturnType<typeof learnTheRest>,
): Model {
  return { classes, topics: { ...topics, temperature }, dangers: DANGERS, danger, vocabulary, english }
}

/** The browser's models: fewer features and weights. */
export function learnOffline({ classes, topics, dangers }: Lessons) {
  return {
    topics: learnPacked(topics, classes.length, OFFLINE.topicWeights),
    danger: learnPacked(dangers, DANGERS.length, OFFLINE.dangerWeights),
  }
}

/** offline-model.json: the more frequent words, and no list of English ones. */
export function offlineModelOf(model: Model, { topics, danger }: ReturnType<typeof learnOffline>): Model {
  const temperature = ({ temperature }: { temperature: number }) => +(OFFLINE.temperature * temperature).toFixed(3)
  return {
    ...model,
    topics: { ...topics, temperature: temperature(model.topics) },
    danger: { ...danger, temperature: temperature(model.danger) },
    vocabulary: inOctaves(model.vocabulary.slice(0, OFFLINE.words)),
    english: '',
  }
}

/**
 * The 125 most frequent words in the alphabet's order, then twice as many, and so on: packs as if all were in that order,
 * and of two words equally near to a misspelling the more frequent comes first nearly always.
 */
function inOctaves(words: readonly string[]): readonly string[] {
  const sorted: string[] = []
  for (let size = 125; sorted.length < words.length; size *= 2)
    sorted.push(...words.slice(sorted.length, sorted.length + size).toSorted())
  return sorted
}

/** All of model.json in one thread. Deterministic: the same knowledge gives the same model. */
export function train(...sources: Parameters<typeof lessonsOf>): Model {
  const lessons = lessonsOf(...sources)
  return modelOf(lessons, learnTopics(lessons), learnTheRest(lessons))
}

interface Owner {
  readonly phrasings: readonly string[]
  /** What its phrasings are to triage. */
  readonly danger: DangerClass
}

/** In the order of `classesOf`. */
function ownersOf({ entries, gaps, smalltalk, clinicFacts }: Knowledge): readonly Owner[] {
  const owner = (phrasings: readonly string[], danger: DangerClass = 'harmless'): Owner => ({ phrasings, danger })
  const all = ({ phrasings: { en, es } }: { phrasings: { en: readonly string[]; es: readonly string[] } }) => [
    ...en,
    ...es,
  ]
  return [
    ...entries.map((entry) => owner([entry.question, entry.questionEs, ...all(entry)])),
    ...gaps.map((gap) => owner(all(gap), dangerOf(gap))),
    ...smalltalk.map((topic) => owner(all(topic))),
    ...clinicFacts.map((fact) => owner(all(fact))),
  ]
}

function dangerOf({ id, reason }: Knowledge['gaps'][number]): DangerClass {
  if (id === SUICIDE_TOPIC) return 'topic'
  return reason === 'personal' ? 'personal' : 'harmless'
}

/** The gap whose phrasings speak of suicide as a topic. */
const SUICIDE_TOPIC = 'suicidal-thoughts-topic'

/** Words worth correcting to: seen more than once, and not themselves a slip for a far more frequent one. */
function vocabularyOf(texts: readonly (readonly string[])[], english: ReadonlySet<string>): readonly string[] {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const byLetter = new Map<string, [string, number][]>()
  const vocabulary: string[] = []
  for (const [word, count] of frequent) {
    if (count < MIN_FREQUENCY || word.length < MIN_CORRECTABLE) continue
    const neighbours = byLetter.get(word.charAt(0)) ?? []
    const isRare = count <= RARE && !english.has(word)
    if (isRare && neighbours.some(([other, times]) => times >= FAR_MORE * count && isSlip(word, other))) continue
    byLetter.set(word.charAt(0), [...neighbours, [word, count]])
    vocabulary.push(word)
  }
  return vocabulary
}

/** Authors misspell as visitors do: "anxeity" in a few phrasings is no word to correct anything to. */
const RARE = 6
const FAR_MORE = 8

function isSlip(word: string, other: string): boolean {
  const most = word.length <= 5 ? 1 : 2
  return editDistance(word, other, most) <= most
}
