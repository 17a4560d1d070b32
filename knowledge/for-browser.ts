// What a visitor's browser gets of the knowledge, to answer when the server cannot be had. Pure.
import type { SafetyData } from './safety.ts'
import { cardsOnly, withPatternsOf } from './safety.ts'
import type { Knowledge } from './schema.ts'

/** Everything that composing a reply reads, in its own shape; what training and checks read is left empty. */
export function forBrowser(all: Knowledge): Omit<Knowledge, 'cards' | 'resources'> {
  const { cards, resources, ...knowledge } = all
  const blank = { phrasings: { en: [], es: [] } }
  const copyOf = (copy: Knowledge['copy']['en']) =>
    Object.fromEntries(Object.entries(copy).filter(([key]) => !isOfCards(key) && !isOfServer(key)))
  return {
    ...knowledge,
    ...{ version: '', approval: null, suggestions: [] },
    articles: knowledge.articles.map((article) => ({ ...article, approvedOn: '', sha256: '', sections: [] })),
    entries: knowledge.entries.map((entry) => ({ ...entry, ...blank })),
    gaps: knowledge.gaps.map((gap) => ({ ...gap, ...blank, guards: [], family: '' })),
    smalltalk: knowledge.smalltalk.map((topic) => ({ ...topic, ...blank })),
    clinicFacts: knowledge.clinicFacts.map((fact) => ({ ...fact, ...blank })),
    lexicon: { ...knowledge.lexicon, synonyms: [] },
    copy: { en: copyOf(knowledge.copy.en), es: copyOf(knowledge.copy.es) },
  }
}

/** Sentences that stand on cards: the safety chunk has them. */
export function isOfCards(key: string): boolean {
  return key.startsWith('card-') || key === 'handoff-card'
}

/** Sentences of the server's own pages and refusals. */
function isOfServer(key: string): boolean {
  return key.startsWith('page-') || key.startsWith('faq-') || key.startsWith('problem-')
}

/**
 * The rules for errands and soft lines, which `cardsOnly` leaves out, with the frames of both: their order decides. Those
 * for personal questions are half as large again as the cards' and stay out: the second look knows such questions too.
 */
export function besidesCards(safety: SafetyData): Pick<SafetyData, 'frames' | 'patterns'> {
  const { patterns } = cardsOnly(safety)
  const wanted = withPatternsOf(
    safety,
    safety.frames.filter(({ kind }) => kind !== 'personal'),
  )
  return {
    frames: wanted.frames,
    patterns: Object.fromEntries(Object.entries(wanted.patterns).filter(([name]) => !Object.hasOwn(patterns, name))),
  }
}
