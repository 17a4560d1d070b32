// Our engine as npm run bench asks it: correction and ranking alone, without triage, asking back or the earlier turn.
import { readFileSync } from 'node:fs'
import type { Knowledge } from '../../knowledge/schema.ts'
import type { Model } from '../../server/answer/model.ts'
import { learn, lessonsOf } from '../../server/answer/train.ts'
import { createUnderstand } from '../../server/answer/understand.ts'
import { ordinaryEnglish } from '../../server/ordinary-english.ts'
import type { Phrasing } from './answers-corpus.ts'
import type { Contestant, Engine } from './answers-engine.ts'

const KINDS = readFileSync(new URL('../../server/word-kinds.txt', import.meta.url), 'utf8')

/** @param built the model as `npm run knowledge` made it, from all of `knowledge`. */
export function ours(knowledge: Knowledge, built: Model): Contestant & { asBuilt(): Engine } {
  return {
    ...{ name: 'clinic-chat', packages: [], settings: [{}] },
    asBuilt: () => engineOf(knowledge, built),
    build: (phrasings) => {
      const only = withPhrasings(knowledge, phrasings)
      return engineOf(only, learn(lessonsOf(only, [], { english: ordinaryEnglish(), kinds: KINDS })))
    },
    entry: `export { createUnderstand } from ${JSON.stringify(`${import.meta.dirname}/../../server/answer/understand.ts`)}`,
  }
}

function engineOf(knowledge: Knowledge, model: Model): Engine {
  const understand = createUnderstand(knowledge, model)
  const places = new Map(model.classes.map(({ kind, id }, at) => [`${kind} ${id}`, at]))
  // Triage's half of the model stays out, as triage does.
  const { classes, topics, vocabulary, english, kinds, pairs } = model
  const titles = knowledge.entries.map(({ id, question, questionEs }) => [id, question, questionEs])
  return {
    ask: (question) => {
      const { candidates, decision, titled } = understand(question)
      if (titled && decision.kind === 'answer')
        return [{ owner: places.get(`entry ${decision.entries[0].id}`) ?? 0, score: 1 }]
      return candidates.map((one) => ({
        owner: places.get(`${one.class.kind} ${one.class.id}`) ?? 0,
        score: one.confidence,
      }))
    },
    index: () =>
      JSON.stringify({ classes, topics, vocabulary, english, kinds, pairs, titles, lexicon: knowledge.lexicon }),
  }
}

/** The same owners in the same order, each with these phrasings alone: the order training numbers its classes by. */
function withPhrasings(knowledge: Knowledge, phrasings: readonly Phrasing[]): Knowledge {
  const texts = Map.groupBy(phrasings, ({ owner }) => owner)
  let owner = 0
  const own = <T>(one: T): T & { phrasings: { en: string[]; es: string[] } } => ({
    ...one,
    phrasings: { en: (texts.get(owner++) ?? []).map(({ text }) => text), es: [] },
  })
  return {
    ...knowledge,
    entries: knowledge.entries.map(own),
    gaps: knowledge.gaps.map(own),
    smalltalk: knowledge.smalltalk.map(own),
    clinicFacts: knowledge.clinicFacts.map(own),
  }
}
