// nlp.js as npm run bench trains it: a perceptron an owner over the words of its phrasings.
import type { Contestant, Engine } from './answers-engine.ts'
import { grid, MOST_HITS } from './answers-engine.ts'
import type { NlpCore, NlpLanguage, NlpNlu } from './answers-peer-types.ts'

/** It trains by passes over all phrasings, 11 s each over 40,000; left to itself it stops after about forty. */
const MOST_STEPS = 800_000

export function nlp(load: () => [NlpCore, NlpNlu, NlpLanguage]): Contestant {
  return {
    ...{ name: 'nlp.js', packages: ['@nlpjs/core@4.26.1', '@nlpjs/nlu@4.27.0', '@nlpjs/lang-en@4.26.1'] },
    settings: grid({ stemming: [true, false], keepStopwords: [true], spellCheck: [false, true] }),
    build: async (phrasings, { stemming, ...options }) => {
      const [{ containerBootstrap }, { NluNeural }, { LangEn }] = load()
      const container = await containerBootstrap()
      if (stemming) container.use(LangEn)
      const iterations = Math.round(MOST_STEPS / phrasings.length)
      const engine = new NluNeural({
        container,
        locale: 'en',
        log: false,
        iterations,
        useNoneFeature: false,
        ...options,
      })
      await engine.train(phrasings.map(({ text, owner }) => ({ utterance: text, intent: String(owner) })))
      return {
        ask: async (question) => {
          const { classifications } = await engine.process(question)
          const known = classifications.filter(({ intent }) => intent !== 'None')
          return known.map(({ intent, score }) => ({ owner: Number(intent), score })).slice(0, MOST_HITS)
        },
        index: () => JSON.stringify(engine.toJSON()),
      } satisfies Engine
    },
    entry: `export { containerBootstrap } from '@nlpjs/core'; export { NluNeural } from '@nlpjs/nlu'; export { LangEn } from '@nlpjs/lang-en'`,
  }
}
