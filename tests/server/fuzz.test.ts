// Anything at all over HTTP: never a 5xx, always a handoff, only whole sentences that may be quoted. FUZZ_RUNS sets how often.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problem, reply } from '../../server/validate.ts'
import { faultsIn } from './quotes.ts'
import { realApp } from './real-app.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 1000)
const { app, knowledge } = realApp()

/** Any UTF-16 at all, halves of surrogate pairs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units))
const authored = fc.constantFrom(
  ...knowledge.entries.flatMap(({ phrasings, question }) => [question, ...phrasings.en, ...phrasings.es]),
  ...knowledge.gaps.flatMap(({ phrasings }) => [...phrasings.en, ...phrasings.es]),
  ...knowledge.articles.flatMap(({ sections }) =>
    sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  ),
)
/** Words that are properties of every object: looked up in one instead of a map, "constructor" once threw. */
const ofObjects = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype))
/** What people do to a question: join two, cut one, double it, put something strange into it. */
const bent = fc
  .tuple(
    authored,
    authored,
    fc.oneof(anyText, ofObjects),
    fc.nat(80),
    fc.constantFrom('join', 'cut', 'strange', 'double', 'shout'),
  )
  .map(([one, other, strange, at, how]) => {
    switch (how) {
      case 'join':
        return `${one} ${other}`
      case 'cut':
        return one.slice(0, at)
      case 'strange':
        return one.slice(0, at) + strange + one.slice(at)
      case 'double':
        return `${one} ${one} ${one}`
      default:
        return `${one.toUpperCase()}!!!`
    }
  })
const words = fc.oneof(
  { weight: 3, arbitrary: authored },
  { weight: 4, arbitrary: bent },
  { weight: 2, arbitrary: anyText },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(anyText, fc.integer({ min: 1, max: 500 })).map(([text, times]) => text.repeat(times)),
  },
)

const request = fc.record({
  question: fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.jsonValue() }),
  locale: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('en', 'es', undefined) },
    { weight: 1, arbitrary: fc.jsonValue() },
  ),
  history: fc.oneof(
    { weight: 9, arbitrary: fc.option(fc.array(words, { maxLength: 2 }), { nil: undefined }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  ),
})
const body = fc.oneof(
  { weight: 8, arbitrary: request.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
)

const headerValue = fc
  .array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes).trim())
const known = fc.constantFrom(
  ...['accept', 'accept-encoding', 'accept-language', 'content-encoding', 'content-length', 'content-type', 'host'],
  ...['if-none-match', 'origin', 'x-forwarded-for', 'x-request-id', 'access-control-request-method', 'cookie', 'range'],
)
const header = fc.oneof(
  { weight: 4, arbitrary: known },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9!#$%&'*+.^_|~-]{1,20}$/) },
)
const headers = fc.dictionary(header, headerValue, { maxKeys: 5 })

async function expectServed(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500)
  const text = await response.text()
  const type = response.headers.get('content-type')
  if (response.status >= 400) {
    expect(type).toBe('application/problem+json')
    expect(problem.parse(JSON.parse(text)).handoff.phone.href).toMatch(/^tel:\+/)
  } else if (type === 'application/json' && text.startsWith('{"kind"')) {
    const said = reply.parse(JSON.parse(text))
    expect(said.handoff.phone.href).toMatch(/^tel:\+/)
    if (said.kind === 'answer') expect(faultsIn(said, knowledge)).toEqual([])
  }
}

describe(`in ${RUNS} cases each`, () => {
  test('any body is answered or refused, with a handoff, in sentences that may be quoted', {
    timeout: RUNS * 100,
  }, async () => {
    const kinds = new Set<string>()
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent }
        const response = await app.request('/api/ask', init)
        const { kind, type } = await response.clone().json()
        kinds.add(kind ?? type)
        await expectServed(response)
      }),
      { numRuns: RUNS },
    )
    // A fuzzer that only ever meets one kind of reply tests nothing else.
    expect([...kinds]).toEqual(expect.arrayContaining(['answer', 'decline', '/problems/invalid-request']))
  })

  test('any header, method and path is served or refused, with a handoff', { timeout: RUNS * 100 }, async () => {
    const path = fc.oneof(
      fc.constantFrom(
        '/',
        '/api/ask',
        '/api/suggestions',
        '/healthz',
        '/openapi.json',
        '/reference',
        '/problems/not-found',
        '/widget.js',
      ),
      fc.webPath(),
      fc
        .tuple(fc.constantFrom('/api/suggestions', '/problems'), fc.webQueryParameters())
        .map(([base, query]) => `${base}?${query}`),
    )
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'X')
    await fc.assert(
      fc.asyncProperty(path, method, headers, body, async (path, method, headers, sent) => {
        const bodyless = method === 'GET' || method === 'HEAD'
        const response = await app.request(path, { method, headers, ...(bodyless ? {} : { body: sent }) })
        if (method === 'HEAD') expect(response.status).toBeLessThan(500)
        else await expectServed(response)
      }),
      { numRuns: RUNS },
    )
  })
})
