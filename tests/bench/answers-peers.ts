// The engines npm run bench compares with, each called as its own documentation says. Their packages lie in a temporary folder.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Fuse from 'fuse.js'
import { stemmer } from 'stemmer'
import { bm25 } from './answers-bm25.ts'
import type { Phrasing } from './answers-corpus.ts'
import type { Contestant, Setting } from './answers-engine.ts'
import { grid, MOST_HITS } from './answers-engine.ts'
import { nlp } from './answers-nlp.ts'
import type {
  Lunr,
  MiniSearchClass,
  NlpCore,
  NlpLanguage,
  NlpNlu,
  OramaModule,
  OramaStopWords,
} from './answers-peer-types.ts'

/** @param folder where `packages` of all contestants are installed. */
export function peersIn(folder: string): readonly Contestant[] {
  const load = createRequire(join(folder, 'package.json'))
  return [
    fuse(
      'Fuse, default search',
      false,
      grid({ ignoreLocation: [true], threshold: [0.4, 0.6], ignoreFieldNorm: [true, false] }),
    ),
    fuse('Fuse, token search', true, grid({ threshold: [0.2, 0.3, 0.4], ignoreFieldNorm: [true, false] })),
    miniSearch(() => load('minisearch') as MiniSearchClass), // typed by hand
    lunr(() => load('lunr') as Lunr), // typed by hand
    orama(() => [load('@orama/orama'), load('@orama/stopwords/english')] as [OramaModule, OramaStopWords]), // typed by hand
    bm25,
    nlp(() => [load('@nlpjs/core'), load('@nlpjs/nlu'), load('@nlpjs/lang-en')] as [NlpCore, NlpNlu, NlpLanguage]), // typed by hand
  ]
}

function fuse(name: string, useTokenSearch: boolean, settings: readonly Setting[]): Contestant {
  return {
    ...{ name, packages: ['fuse.js@7.5.0'], settings },
    build: (phrasings, options) => {
      const texts = phrasings.map(({ text }) => text)
      const index = Fuse.createIndex([], texts)
      const engine = new Fuse(texts, { ...options, useTokenSearch, includeScore: true }, index)
      return {
        ask: (question) => {
          const found = engine.search(question, { limit: MOST_HITS })
          // Fuse: 0 is best, 1 worst.
          return found.map(({ refIndex, score = 1 }) => ({
            owner: ownerAt(phrasings, refIndex),
            score: 1 - score,
          }))
        },
        index: () => JSON.stringify([index, phrasings]),
      }
    },
    entry: `export { default } from 'fuse.js'`,
  }
}

function miniSearch(load: () => MiniSearchClass): Contestant {
  return {
    ...{ name: 'MiniSearch', packages: ['minisearch@7.2.0'] },
    settings: grid({ fuzzy: [false, 0.2], prefix: [true, false], stem: [true, false] }),
    build: (phrasings, { fuzzy = false, prefix = false, stem }) => {
      const MiniSearch = load()
      const processTerm = (term: string) => (stem ? stemmer(term.toLowerCase()) : term.toLowerCase())
      const engine = new MiniSearch({ fields: ['text'], processTerm, searchOptions: { fuzzy, prefix } })
      engine.addAll(phrasings.map(({ text }, id) => ({ id, text })))
      return {
        ask: (question) => {
          const hits = engine.search(question).slice(0, MOST_HITS)
          return hits.map(({ id, score }) => ({ owner: ownerAt(phrasings, id), score }))
        },
        index: () => JSON.stringify([engine, ownersOf(phrasings)]),
      }
    },
    entry: `export { default } from 'minisearch'`,
  }
}

function lunr(load: () => Lunr): Contestant {
  return {
    ...{ name: 'lunr', packages: ['lunr@2.3.9'] },
    settings: grid({ editDistance: [0, 1], stopWords: [true, false], b: [0.3, 0.75] }),
    build: (phrasings, { editDistance, stopWords, b }) => {
      const module = load()
      const engine = module(function () {
        this.ref('id')
        this.field('text')
        this.b(Number(b))
        if (!stopWords) this.pipeline.remove(module.stopWordFilter)
        for (const [id, { text }] of phrasings.entries()) this.add({ id, text })
      })
      return {
        ask: (question) => {
          const found = engine.query((query) => {
            for (const token of module.tokenizer(question)) {
              query.term(token.toString(), { boost: 5 })
              if (editDistance) query.term(token.toString(), { editDistance: Number(editDistance) })
            }
          })
          return found.slice(0, MOST_HITS).map(({ ref, score }) => ({ owner: ownerAt(phrasings, Number(ref)), score }))
        },
        index: () => JSON.stringify([engine, ownersOf(phrasings)]),
      }
    },
    entry: `export { default } from 'lunr'`,
  }
}

function orama(load: () => [OramaModule, OramaStopWords]): Contestant {
  return {
    ...{ name: 'Orama', packages: ['@orama/orama@3.1.18', '@orama/stopwords@3.1.18'] },
    // `exact` is not among them: it asks for all words of the question in one phrasing, and finds nothing.
    settings: grid({ tolerance: [0, 1], stemming: [true, false], withoutStopWords: [true, false], b: [0.3, 0.75] }),
    build: async (phrasings, { tolerance, stemming, withoutStopWords, b }) => {
      const [{ create, insertMultiple, save, search }, { stopwords }] = load()
      const stopWords = withoutStopWords ? stopwords : false
      const tokenizer = { language: 'english', stemming: Boolean(stemming), stopWords }
      const engine = create({ schema: { text: 'string', owner: 'number' }, components: { tokenizer } })
      await insertMultiple(engine, phrasings, 2000)
      const options = {
        properties: ['text'],
        limit: MOST_HITS,
        tolerance: Number(tolerance),
        relevance: { k: 1.2, b: Number(b), d: 0.5 },
      }
      return {
        ask: async (term) => {
          const { hits } = await search(engine, { term, ...options })
          return hits.map(({ score, document }) => ({ owner: document.owner, score }))
        },
        index: () => JSON.stringify(save(engine)),
      }
    },
    entry: `export { create, load, search } from '@orama/orama'`,
  }
}

const ownersOf = (phrasings: readonly Phrasing[]) => phrasings.map(({ owner }) => owner)
const ownerAt = (phrasings: readonly Phrasing[], at: number) => phrasings[at]?.owner ?? 0
