// POST /api/ask: what gets a reply, what is refused, and that a cry for help is never refused.
import { describe, expect, test } from 'vitest'
import type { AskRequest, Reply } from '../../server/contract.ts'
import { LIMITS } from '../../server/contract.ts'
import { createMemoryRateLimit } from '../../server/rate-limit.ts'
import { reply } from '../../server/validate.ts'
import { CRISIS, createFakeAssistant, EMERGENCY } from './fake-assistant.ts'
import { expectProblem } from './problem-shape.ts'
import { tryApp } from './try-app.ts'

const kindOf = async (response: Response): Promise<Reply['kind']> => reply.parse(await response.json()).kind

describe('a question', () => {
  test('gets a reply that fits the contract and is kept by nobody', async () => {
    const response = await tryApp().ask({ question: 'what is a panic attack' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await kindOf(response)).toBe('decline')
  })

  test('reaches the assistant trimmed, with whole characters only, its locale and its history', async () => {
    const asked: AskRequest[] = []
    const fake = createFakeAssistant()
    const answer: typeof fake.answer = (request, now) => {
      asked.push(request)
      return fake.answer(request, now)
    }
    const { ask } = tryApp({}, { ...fake, answer })
    await ask({ question: '  hello \ud800 ', locale: 'es', history: ['before'] })
    expect(asked).toEqual([{ question: 'hello \ufffd', locale: 'es', history: ['before'] }])
  })

  test('may be sent with a charset, and in chunks without a length', async () => {
    const { ask } = tryApp()
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' }
    const bytes = new TextEncoder().encode('{"question":"¿qué es?"}')
    const raw = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    expect((await ask({ question: 'x' }, { headers })).status).toBe(200)
    const { app } = tryApp()
    const chunked = new Request('http://test/api/ask', {
      method: 'POST',
      headers,
      body: raw,
      duplex: 'half',
    } as RequestInit)
    expect((await app.request(chunked)).status).toBe(200)
  })
})

describe('a request that cannot be served', () => {
  const long = 'a'.repeat(LIMITS.questionLength + 1)
  const table: readonly [name: string, body: unknown, status: number, slug: string, says: RegExp][] = [
    ['no question', {}, 422, 'invalid-request', /"question" is missing/],
    ['an empty question', { question: '' }, 422, 'empty-question', /1 to 4000/],
    ['a blank question', { question: ' \n\t ' }, 422, 'empty-question', /1 to 4000/],
    ['a question that is too long', { question: long }, 422, 'question-too-long', /at most 4000/],
    ['a question that is no text', { question: 5 }, 422, 'invalid-request', /"question" must be a text/],
    ['a question that is null', { question: null }, 422, 'invalid-request', /"question" must be a text/],
    ['another language', { question: 'x', locale: 'fr' }, 422, 'invalid-request', /"locale" must be "en" or "es"/],
    [
      'too much history',
      { question: 'x', history: ['a', 'b', 'c'] },
      422,
      'invalid-request',
      /"history" must be a list of at most 2/,
    ],
    ['a history of numbers', { question: 'x', history: [1] }, 422, 'invalid-request', /"history" must be/],
    ['an unknown field', { question: 'x', userId: 7 }, 422, 'invalid-request', /"userId" is not a field/],
    [
      'two faults at once',
      { locale: 'x', a: 1 },
      422,
      'invalid-request',
      /"question" is missing.*"locale" must be.*"a" is not/,
    ],
    ['a list', [], 422, 'invalid-request', /Send a JSON object/],
    ['null', null, 422, 'invalid-request', /Send a JSON object/],
    ['a string', 'what is anxiety', 422, 'invalid-request', /Send a JSON object/],
  ]

  test.each(table)('says what to send instead, with the handoff: %s', async (_, body, status, slug, says) => {
    const problem = await expectProblem(await tryApp().ask(body), status, slug)
    expect(problem.detail).toMatch(says)
  })

  const raw: readonly [name: string, raw: BodyInit, headers: Record<string, string>, status: number, slug: string][] = [
    ['broken JSON', '{"question": ', {}, 400, 'unreadable-json'],
    ['nothing', '', {}, 400, 'unreadable-json'],
    ['a prototype in disguise', '{"question":"x","__proto__":{"a":1}}', {}, 422, 'invalid-request'],
    ['thirty thousand brackets', '['.repeat(30_000) + ']'.repeat(30_000), {}, 422, 'invalid-request'],
    ['plain text', '{"question":"x"}', { 'content-type': 'text/plain' }, 415, 'unsupported-content-type'],
    ['a form', 'question=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-content-type'],
    ['no content type', '{"question":"x"}', { 'content-type': '' }, 415, 'unsupported-content-type'],
    ['a compressed body', '{"question":"x"}', { 'content-encoding': 'gzip' }, 415, 'unsupported-content-type'],
    ['a megabyte', JSON.stringify({ question: 'a'.repeat(1_000_000) }), {}, 413, 'body-too-large'],
    ['a length that says a megabyte', '{}', { 'content-length': '1000000' }, 413, 'body-too-large'],
  ]

  test.each(raw)('is refused with the handoff: %s', async (_, body, headers, status, slug) => {
    await expectProblem(await tryApp().ask(null, { raw: body, headers }), status, slug)
  })

  test('is refused in the language of the page, else of the browser', async () => {
    const { ask } = tryApp()
    expect((await expectProblem(await ask({ question: '', locale: 'es' }), 422, 'empty-question')).lang).toBe('es')
    const headers = { 'accept-language': 'fr, es-MX;q=0.8, en;q=0.5' }
    const problem = await expectProblem(await ask({}, { headers }), 422, 'invalid-request')
    expect(problem.lang).toBe('es')
    expect(problem.detail).toContain('Falta')
  })

  test('never repeats a value, only the name of a field, and of that no more than a name’s length', async () => {
    const secret = 'my-secret-diagnosis'
    const body = { question: { secret }, locale: secret, ['x'.repeat(5000)]: secret }
    const text = await (await tryApp().ask(body)).text()
    expect(text).not.toContain(secret)
    expect(text.length).toBeLessThan(2000)
  })

  test('names 988 and 911 when nobody could read what was written', async () => {
    const unread = await expectProblem(await tryApp().ask(null, { raw: '{"question": "' }), 400, 'unreadable-json')
    expect(unread.handoff.message).toMatch(/911.*988/)
    const read = await expectProblem(await tryApp().ask({ question: 'x', a: 1 }), 422, 'invalid-request')
    expect(read.handoff.message).not.toMatch(/911/)
  })
})

describe('a cry for help', () => {
  const far = 'words '.repeat(1000)
  const cries: readonly [name: string, body: object][] = [
    ['in a question that is too long', { question: far + CRISIS }],
    ['beside an unknown field', { question: CRISIS, sessionId: 'x' }],
    ['beside a wrong locale', { question: CRISIS, locale: 'fr' }],
    ['beside a wrong history', { question: CRISIS, history: 'none' }],
  ]
  test.each(cries)('gets its card %s', async (_, body) => {
    const response = await tryApp().ask(body)
    expect(response.status).toBe(200)
    expect(await kindOf(response)).toBe('crisis')
  })

  test('gets its card far over the rate limit, ordinary questions do not', async () => {
    const { ask } = tryApp({ rateLimit: createMemoryRateLimit(2) })
    for (let i = 0; i < 4; i++) await ask({ question: 'x' })
    expect(await kindOf(await ask({ question: EMERGENCY }))).toBe('emergency')
    const problem = await expectProblem(await ask({ question: 'x' }), 429, 'too-many-questions')
    expect(problem.detail).toContain('60 seconds')
  })

  test('gets its card even when the answering core breaks', async () => {
    const answer = () => {
      throw new Error('a bug')
    }
    const { ask, log } = tryApp({}, createFakeAssistant({ answer }))
    expect(await kindOf(await ask({ question: CRISIS }))).toBe('crisis')
    await expectProblem(await ask({ question: 'x' }), 500, 'unexpected')
    expect(log.filter(({ event }) => event === 'error')).toHaveLength(2)
  })

  test('is told of 988 and 911 where even triage has to stop: at ten times the limit', async () => {
    const { ask } = tryApp({ rateLimit: createMemoryRateLimit(1) })
    for (let i = 0; i < 10; i++) await ask({ question: 'x' })
    const problem = await expectProblem(await ask({ question: CRISIS }), 429, 'too-many-requests')
    expect(problem.handoff.message).toMatch(/911.*988/)
  })
})

describe('the rate limit', () => {
  test('is told in headers, and a refusal says when to come back', async () => {
    const { ask } = tryApp({ rateLimit: createMemoryRateLimit(1) })
    const first = await ask({ question: 'x' })
    const fields = ['ratelimit-policy', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after']
    expect(fields.map((name) => first.headers.get(name))).toEqual(['1;w=60', '1', '0', '60', null])
    const second = await ask({ question: 'x' })
    expect(fields.map((name) => second.headers.get(name))).toEqual(['1;w=60', '1', '0', '60', '60'])
  })

  test('counts each client for itself', async () => {
    const addressOf = (request: Request) => request.headers.get('x-test-client') ?? ''
    const { ask } = tryApp({ rateLimit: createMemoryRateLimit(1), addressOf })
    const from = (address: string) => ask({ question: 'x' }, { headers: { 'x-test-client': address } })
    expect((await from('192.0.2.1')).status).toBe(200)
    expect((await from('192.0.2.2')).status).toBe(200)
    expect((await from('192.0.2.1')).status).toBe(429)
  })
})

describe('a broken handoff', () => {
  test('still leaves the phone', async () => {
    const fake = createFakeAssistant()
    let isBroken = false
    const handoff: typeof fake.handoff = (...given) => {
      if (isBroken) throw new Error('a bug')
      return fake.handoff(...given)
    }
    const { ask } = tryApp({}, { ...fake, handoff })
    isBroken = true
    await expectProblem(await ask({}), 422, 'invalid-request')
  })
})
