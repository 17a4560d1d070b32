// Build time: phrasings and messages → model.json.
import type { DangerClass, Knowledge, SafetyExamples } from '../../knowledge/schema.ts'
import type { Example } from './learn.ts'
import { exampleOf, learn } from './learn.ts'
import type { Class, Model } from './model.ts'
import { normalize } from './normalize.ts'

const TOPIC_WEIGHTS = 1_000_000
const DANGER_WEIGHTS = 500_000
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

/** @param english ordinary English words, lower case. Deterministic: the same knowledge gives the same model. */
export function train(knowledge: Knowledge, messages: readonly SafetyExamples[], english: readonly string[]): Model {
  const owners = ownersOf(knowledge)
  const { rewrites } = knowledge.lexicon
  const topics = owners.flatMap(({ phrasings }, target) => examplesOf(phrasings, target, rewrites))
  const dangers = [
    ...owners.flatMap(({ phrasings, danger }) => examplesOf(phrasings, DANGERS.indexOf(danger), rewrites)),
    ...messages.flatMap((one) =>
      examplesOf([...one.examples.en, ...one.examples.es], DANGERS.indexOf(one.class), rewrites),
    ),
  ]
  return {
    classes: owners.map((owner) => owner.class),
    topics: learn(topics, owners.length, TOPIC_WEIGHTS),
    dangers: DANGERS,
    danger: learn(dangers, DANGERS.length, DANGER_WEIGHTS),
    vocabulary: vocabularyOf([...topics, ...dangers.slice(topics.length)]),
    english: english.join(' '),
  }
}

interface Owner {
  readonly class: Class
  readonly phrasings: readonly string[]
  /** What its phrasings are to triage. */
  readonly danger: DangerClass
}

function ownersOf({ entries, gaps, smalltalk, clinicFacts }: Knowledge): readonly Owner[] {
  const owner = (
    kind: Class['kind'],
    id: string,
    phrasings: readonly string[],
    danger: DangerClass = 'harmless',
  ): Owner => ({
    class: { kind, id },
    ...{ phrasings, danger },
  })
  const all = ({ phrasings: { en, es } }: { phrasings: { en: readonly string[]; es: readonly string[] } }) => [
    ...en,
    ...es,
  ]
  return [
    ...entries.map((entry) => owner('entry', entry.id, [entry.question, entry.questionEs, ...all(entry)])),
    ...gaps.map((gap) => owner('gap', gap.id, all(gap), dangerOf(gap))),
    ...smalltalk.map((topic) => owner('smalltalk', topic.id, all(topic))),
    ...clinicFacts.map((fact) => owner('fact', fact.topic, all(fact))),
  ]
}

function dangerOf({ id, reason }: Knowledge['gaps'][number]): DangerClass {
  if (id === SUICIDE_TOPIC) return 'topic'
  return reason === 'personal' ? 'personal' : 'harmless'
}

/** The gap whose phrasings speak of suicide as a topic. */
const SUICIDE_TOPIC = 'suicidal-thoughts-topic'

function examplesOf(
  texts: readonly string[],
  target: number,
  rewrites: Knowledge['lexicon']['rewrites'],
): readonly Example[] {
  const worded = texts.map((text) => normalize(text, rewrites)).filter((words) => words.length > 0)
  return worded.map((words) => exampleOf(words, target))
}

function vocabularyOf(examples: readonly Example[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { words } of examples) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([word, count]) => count >= MIN_FREQUENCY && word.length >= MIN_CORRECTABLE)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word)
}
