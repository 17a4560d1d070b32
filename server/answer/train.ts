// Build time: phrasings and messages → model.json and offline-model.json.
import type { DangerClass, Knowledge, Lang, Phrasings, SafetyExamples } from '../../knowledge/schema.ts'
import { createCorrect } from './correct.ts'
import { createDictionary } from './dictionary.ts'
import { editDistance } from './edit-distance.ts'
import { DANGER_SHAPE, TOPIC_SHAPE } from './features.ts'
import type { Class, LinearModel, Model } from './model.ts'
import { classesOf } from './model.ts'
import type { Rewrites } from './normalize.ts'
import { normalize } from './normalize.ts'
import type { Labelled } from './training/example.ts'
import { exampleOf } from './training/example.ts'
import { weigh } from './training/learn.ts'
import { learnPacked } from './training/learn-offline.ts'
import { createRandom } from './training/random.ts'
import { mistyped } from './training/slips.ts'
import { spellPairs } from './word-pairs.ts'

const TOPIC_WEIGHTS = 1_850_000
const DANGER_WEIGHTS = 400_000
/** The browser's; what they weigh is bounded in tests/widget/budget.ts. */
const OFFLINE = {
  topicWeights: 106_500,
  dangerWeights: 10_800,
  words: { en: 2800, es: 600 },
  /** Times the server's: fitted by itself, it came out so twice (0.878 beside 0.799). */
  temperature: 1.1,
} as const
const MIN_FREQUENCY = 2
const MIN_CORRECTABLE = 2

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
  readonly vocabulary: Model['vocabulary']
  readonly english: string
  readonly kinds: string
  readonly pairs: string
  /** Phrasings by class. */
  readonly topics: readonly Labelled[]
  /** Phrasings and messages by danger. */
  readonly dangers: readonly Labelled[]
}

/** What is known of English besides the phrasings. */
export interface English {
  /** Ordinary words, lower case. */
  readonly english: readonly string[]
  /** server/word-kinds.txt, its comments too. */
  readonly kinds: string
}

export function lessonsOf(
  knowledge: Knowledge,
  messages: readonly SafetyExamples[],
  { english, kinds }: English,
): Lessons {
  const owners = ownersOf(knowledge)
  const { rewrites } = knowledge.lexicon
  const worded = (texts: Phrasings): Worded => mapBoth(texts, (all) => normalizeAll(all, rewrites))
  // "Tell me more", "the second one", and the everyday words such turns are made of: nobody is in danger who says just that.
  const followUps = normalizeAll(Object.values(knowledge.lexicon.followUps).flat(), rewrites)
  const asked = owners.map(({ phrasings }) => worded(phrasings))
  const told = messages.map(({ examples }) => worded(examples))
  const everything = [...asked, ...told]
  const isEnglish = new Set(english)
  const vocabulary = {
    en: vocabularyOf(
      everything.flatMap(({ en }) => en),
      isEnglish,
    ),
    es: vocabularyOf(
      everything.flatMap(({ es }) => es),
      isEnglish,
    ),
  }
  const pairs = spellPairs(asked.flatMap(both))
  const words = { vocabulary, ...byKind({ english, kinds }, vocabulary.en), pairs }
  // Corrected as a visitor's question will be.
  const correct = createCorrect(words)
  const indexOf = (kind: DangerClass) => DANGERS.indexOf(kind)
  return {
    classes: classesOf(knowledge),
    ...words,
    topics: asked.flatMap((all, target) =>
      LANGS.flatMap((lang) => all[lang].map((words) => ({ words: correct(words, lang).words, target }))),
    ),
    dangers: alsoMistyped([
      ...owners.flatMap(({ phrasings, danger }) =>
        danger ? both(worded(phrasings)).map((words) => ({ words, target: indexOf(danger) })) : [],
      ),
      ...followUps.map((words) => ({ words, target: indexOf('harmless') })),
      ...told.flatMap((all, at) =>
        both(all).map((words) => ({ words, target: indexOf(messages[at]?.class ?? 'harmless') })),
      ),
    ]),
  }
}

/** English words as a model holds them: those that have a kind by kind, the others in a row. */
function byKind({ english, kinds }: English, vocabulary: readonly string[]): Pick<Model, 'english' | 'kinds'> {
  const known = new Set([...english, ...vocabulary])
  // A kind of which one word is left, or none, says nothing; an empty line stands between families.
  const lines = kinds
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => {
      const words = line.split(' ').filter((word) => known.has(word))
      return words.length > 1 || line === '' ? [words] : []
    })
  const ofSomeKind = new Set(lines.flat())
  return {
    english: english.filter((word) => !ofSomeKind.has(word)).join(' '),
    kinds: lines.map((words) => words.join(' ')).join('\n'),
  }
}

/** Every example as it stands and once more with slips: somebody in distress types badly. */
function alsoMistyped(labelled: readonly Labelled[]): Labelled[] {
  const random = createRandom()
  return labelled.flatMap(({ words, target }) => [
    { words, target },
    { words: mistyped(words, random), target },
  ])
}

/** Texts in words, by language. */
type Worded = Readonly<Record<Lang, readonly (readonly string[])[]>>

const LANGS = ['en', 'es'] as const satisfies readonly Lang[]
const both = ({ en, es }: Worded) => [...en, ...es]
const mapBoth = <From, To>({ en, es }: Record<Lang, From>, map: (one: From) => To) => ({ en: map(en), es: map(es) })

function normalizeAll(texts: readonly string[], rewrites: Rewrites): readonly (readonly string[])[] {
  return texts.map((text) => normalize(text, rewrites)).filter((words) => words.length > 0)
}

/** model.json. Deterministic: the same lessons give the same model. */
export function learn(lessons: Lessons): Model {
  return modelOf(lessons, learnTopics(lessons), learnDanger(lessons))
}

/** What a question asks: a half of the work, and the other half does not need it. */
export function learnTopics(lessons: Lessons): LinearModel {
  const dictionary = createDictionary(lessons)
  const examples = lessons.topics.map((text) => exampleOf(text, TOPIC_SHAPE, dictionary))
  return weigh(examples, TOPIC_SHAPE, lessons.classes.length, TOPIC_WEIGHTS)
}

export function learnDanger(lessons: Lessons): LinearModel {
  const dictionary = createDictionary(lessons)
  const examples = lessons.dangers.map((text) => exampleOf(text, DANGER_SHAPE, dictionary))
  return weigh(examples, DANGER_SHAPE, DANGERS.length, DANGER_WEIGHTS)
}

export function modelOf(lessons: Lessons, topics: LinearModel, danger: LinearModel): Model {
  const { classes, vocabulary, english, kinds, pairs } = lessons
  return { classes, vocabulary, english, kinds, pairs, topics, dangers: DANGERS, danger }
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
    vocabulary: {
      en: inOctaves(model.vocabulary.en.slice(0, OFFLINE.words.en)),
      es: inOctaves(model.vocabulary.es.slice(0, OFFLINE.words.es)),
    },
    english: '',
    kinds: '',
    pairs: '',
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

interface Owner {
  readonly phrasings: Phrasings
  /** What its phrasings are to triage; null where nobody wrote them, as triage must not change with an article imported. */
  readonly danger: DangerClass | null
}

/** In the order of `classesOf`. */
function ownersOf({ entries, gaps, smalltalk, clinicFacts }: Knowledge): readonly Owner[] {
  const owner = (phrasings: Phrasings, danger: DangerClass | null = 'harmless'): Owner => ({ phrasings, danger })
  return [
    ...entries.map(({ question, questionEs, phrasings: { en, es }, derived }) =>
      owner({ en: [question, ...en], es: [questionEs, ...es] }, derived ? null : 'harmless'),
    ),
    ...gaps.map((gap) => owner(gap.phrasings, dangerOf(gap))),
    ...smalltalk.map(({ phrasings }) => owner(phrasings)),
    ...clinicFacts.map(({ phrasings }) => owner(phrasings)),
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
