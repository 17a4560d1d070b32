// What every engine of npm run bench is given: phrasings with their owners, seeded samples of them, and the last blind questions.
import type { Knowledge } from '../../knowledge/schema.ts'
import type { Random } from '../questions/random.ts'
import type { GoldenQuestion } from '../questions/sets.ts'
import { goldenSets, sentenceTexts, squeeze } from '../questions/sets.ts'

/** An entry, a gap, a topic of small talk or a fact. Only entries can be right. */
export interface Owner {
  readonly id: string
  readonly isEntry: boolean
  /** Ids of the sentences it shows. */
  readonly sentences: readonly string[]
  readonly texts: readonly string[]
}

export interface Phrasing {
  readonly text: string
  /** Index of its owner. */
  readonly owner: number
}

export function ownersOf({ entries, gaps, smalltalk, clinicFacts }: Knowledge): readonly Owner[] {
  const ids = new Map([...sentenceTexts()].map(([id, text]) => [text, id]))
  const plain = (id: string, { en, es }: { readonly en: readonly string[]; readonly es: readonly string[] }) => ({
    ...{ id, isEntry: false, sentences: [], texts: [...en, ...es] },
  })
  return [
    ...entries.map(({ id, say, question, questionEs, phrasings: { en, es } }) => ({
      ...{ id, isEntry: true, texts: [question, questionEs, ...en, ...es] },
      sentences: say.flatMap(({ text }) => ids.get(squeeze(text)) ?? []),
    })),
    ...gaps.map(({ id, phrasings }) => plain(id, phrasings)),
    ...smalltalk.map(({ id, phrasings }) => plain(id, phrasings)),
    ...clinicFacts.map(({ topic, phrasings }) => plain(topic, phrasings)),
  ]
}

export function phrasingsOf(owners: readonly Owner[]): readonly Phrasing[] {
  return owners.flatMap(({ texts }, owner) => texts.map((text) => ({ text, owner })))
}

/** So many phrasings of all owners; when there are too few, the rest are theirs with a word of a sibling put in. */
export function sized(owners: readonly Owner[], count: number, random: Random): readonly Phrasing[] {
  const all = random.shuffled(phrasingsOf(owners))
  const made = Array.from({ length: Math.max(0, count - all.length) }, () => {
    const { text, owner } = all[random.below(all.length)] ?? { text: '', owner: 0 }
    const siblings = owners[owner]?.texts ?? []
    const others = siblings[random.below(siblings.length)]?.split(' ') ?? []
    const words = text.split(' ')
    words[random.below(words.length)] = others[random.below(others.length)] ?? ''
    return { text: words.join(' '), owner }
  })
  return [...all.slice(0, count), ...made]
}

export interface BlindQuestions {
  readonly sets: readonly string[]
  readonly rows: readonly GoldenQuestion[]
}

/** The last two rounds of single questions, in a seeded order, so that any beginning is a fair sample. */
export function lastBlindQuestions(random: Random): BlindQuestions {
  const rounds = goldenSets().flatMap((set) => (set.kind === 'questions' && /^round-\d+$/.test(set.name) ? [set] : []))
  const last = rounds.slice(-2)
  return { sets: last.map(({ name }) => name), rows: random.shuffled(last.flatMap(({ rows }) => rows)) }
}
