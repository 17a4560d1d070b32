// Builds the application for tests, with its clock, its clients and its log in the test's hands.
import type { Assistant } from '../../server/answer/answer.ts'
import type { App, AppDeps } from '../../server/app.ts'
import { createApp } from '../../server/app.ts'
import type { LogLine } from '../../server/log.ts'
import { createFakeAssistant } from './fake-assistant.ts'
import { clinicWith, copy } from './known.ts'

export interface Trial {
  readonly app: App
  readonly log: LogLine[]
  /** POSTs to /api/ask, by default as JSON. */
  ask(body: unknown, init?: AskInit): Promise<Response>
}

export interface AskInit {
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as it is instead of the JSON. */
  readonly raw?: BodyInit
}

export function tryApp(changes: Partial<AppDeps> = {}, assistant: Assistant = createFakeAssistant()): Trial {
  const log: LogLine[] = []
  const app = createApp({
    assistant,
    knowledge: KNOWLEDGE,
    knowledgeSha256: 'a'.repeat(64),
    version: '0.0.0',
    allowedOrigins: [],
    rateLimit: null,
    addressOf: () => '192.0.2.1',
    findAsset: null,
    publicOrigin: null,
    now: () => new Date('2026-11-23T15:00:00Z'),
    log: (line) => log.push(line),
    metrics: null,
    ...changes,
  })
  return {
    app,
    log,
    ask: async (body, { headers = {}, raw } = {}) =>
      app.request('/api/ask', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: raw ?? JSON.stringify(body),
      }),
  }
}

const ARTICLE = {
  id: 'an-article',
  title: 'An article & its title',
  url: '/',
  lang: 'en',
  approvedOn: '2026-11-23',
  sha256: 'b'.repeat(64),
  caveat: null,
  sections: [
    {
      heading: 'An article & its title',
      level: 1,
      sentences: [{ text: 'It opens with <this>.', opensParagraph: true, policy: 'free', notice: null }],
    },
    {
      heading: 'A second part',
      level: 2,
      sentences: [
        { text: 'One sentence.', opensParagraph: true, policy: 'free', notice: null },
        { text: 'Another beside it.', opensParagraph: false, policy: 'free', notice: null },
      ],
    },
  ],
} as unknown as AppDeps['knowledge']['articles'][number] // the id is branded; this one is only for tests

const NUMBER = { kind: 'call', display: { en: 'Call 988', es: 'Llame al 988' }, href: 'tel:988' }
const RESOURCE = { id: 'line', name: { en: 'The line', es: 'La línea' }, note: null, contacts: [NUMBER] }
const WHOM = { en: ['line'], es: ['line'] }

/** One gap and one line to call: what the pages need, and nothing to answer from. */
export const KNOWLEDGE = {
  articles: [ARTICLE],
  clinic: clinicWith(),
  version: '0123456789ab',
  approval: null,
  copy,
  gaps: [
    {
      ...{ id: 'the-price', family: 'cost', reason: 'not-covered', guards: [], followUps: [] },
      topic: { en: 'what it costs', es: 'cuánto cuesta' },
      message: { en: 'We do not say what it costs.', es: 'No decimos cuánto cuesta.' },
      phrasings: { en: [], es: [] },
    },
  ],
  ...{ entries: [], smalltalk: [], clinicFacts: [], suggestions: [], lexicon: {} },
  resources: [RESOURCE],
  cards: { 'crisis-self': WHOM },
} as unknown as AppDeps['knowledge'] // ids are branded, and much is left out: only for tests
