// The HTTP contract as a client sees it, written once: the same promises are kept on Node and in the Workers runtime.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Problem, Reply } from '../../server/contract.ts'
import { health, problem, reply, suggestions } from '../../server/validate.ts'
import type { Documented } from './documented.ts'
import { holdAgainst } from './documented.ts'

/** Sends one request to the server under test. `path` begins with a slash. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

/** @param runtime Names the place in the report. The server has its rate limit switched off. */
export function contractSuite(runtime: string, sendTo: Send): void {
  let documented: Documented
  beforeAll(async () => {
    documented = holdAgainst(await (await sendTo('/openapi.json')).json())
  })

  /** Whatever else a test looks at, every response is as the document says. */
  const send: Send = async (path, init) => {
    const response = await sendTo(path, init)
    expect(await documented.faultsOf(path, init?.method ?? 'GET', response)).toEqual([])
    return response
  }
  const ask = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    send('/api/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  async function expectReply(response: Response): Promise<Reply> {
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    return reply.parse(await response.json())
  }

  async function expectProblem(response: Response, status: number, slug: string): Promise<Problem> {
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const body = problem.parse(await response.json())
    expect([response.status, body.status, body.type]).toEqual([status, status, `/problems/${slug}`])
    return body
  }

  describe(`${runtime}: POST /api/ask`, () => {
    test('answers in the article’s words, with the source, and ends with the handoff', async () => {
      const answer = await expectReply(await ask({ question: 'What is panic disorder?' }))
      if (answer.kind !== 'answer') throw new Error(`got ${answer.kind}`)
      expect(answer.entry).toBe('panic-disorder')
      expect(answer.passages[0].text).toContain('Panic disorder is characterized by recurring panic attacks')
      expect(answer.handoff.phone.href).toMatch(/^tel:\+\d{7,}$/)
    })

    test('takes a locale and a history', async () => {
      const body = { question: '¿y eso qué es?', locale: 'es', history: ['¿Qué es la ansiedad?'] }
      expect((await expectReply(await ask(body))).lang).toBe('es')
    })

    test('recognises a crisis, also in a question that is too long', async () => {
      for (const question of ['I want to kill myself', `${'so '.repeat(2000)} I want to kill myself`]) {
        const card = await expectReply(await ask({ question }))
        if (card.kind !== 'crisis') throw new Error(`got ${card.kind}`)
        const contacts = card.resources[0].contacts.map(({ href }) => href)
        expect(contacts.some((href) => /^(tel|sms):988$/.test(href))).toBe(true)
      }
    })

    test('recognises an emergency', async () => {
      const card = await expectReply(await ask({ question: 'I just took all my pills' }))
      if (card.kind !== 'emergency') throw new Error(`got ${card.kind}`)
      expect(card.resources[0].contacts[0].href).toBe('tel:911')
    })

    test('does not answer what the article does not say', async () => {
      const { kind } = await expectReply(await ask({ question: 'who won the football game last night' }))
      expect(kind).toBe('decline')
    })

    test.each([
      ['{"question": ', 400, 'unreadable-json'],
      ['', 400, 'unreadable-json'],
      [{}, 422, 'invalid-request'],
      [[], 422, 'invalid-request'],
      [{ question: '  ' }, 422, 'empty-question'],
      [{ question: 'a'.repeat(4001) }, 422, 'question-too-long'],
      [{ question: 'x', name: 'y' }, 422, 'invalid-request'],
      [{ question: 'x', locale: 'fr' }, 422, 'invalid-request'],
      [{ question: 'x', history: ['a', 'b', 'c'] }, 422, 'invalid-request'],
      [{ question: 'a'.repeat(1_000_000) }, 413, 'body-too-large'],
    ])('refuses what does not fit, with the handoff (%#)', async (body, status, slug) => {
      await expectProblem(await ask(body), status, slug)
    })

    test('refuses what is not JSON by its type', async () => {
      await expectProblem(
        await ask('{"question":"x"}', { 'content-type': 'text/plain' }),
        415,
        'unsupported-content-type',
      )
    })

    test('counts the bytes of a body that comes without a length', async () => {
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new TextEncoder().encode('a'.repeat(16_384))),
      })
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: endless, duplex: 'half' }
      await expectProblem(await send('/api/ask', init), 413, 'body-too-large')
    })
  })

  describe(`${runtime}: the other routes`, () => {
    test('suggest questions that are answered when they are asked as written', async () => {
      const offered = suggestions.parse(await (await send('/api/suggestions?locale=en')).json())
      expect(offered.questions.length).toBeGreaterThan(0)
      for (const { question } of offered.questions)
        expect(await expectReply(await ask({ question }))).toMatchObject({ kind: 'answer', title: question })
    })

    test('say how they are', async () => {
      expect(health.parse(await (await send('/healthz')).json()).articles[0]?.id).toBe('how-does-ketamine-help-anxiety')
    })

    test('describe themselves', async () => {
      expect(await (await send('/openapi.json')).json()).toMatchObject({ openapi: '3.1.1' })
    })

    test('show the article with the widget on it, under a policy without exceptions', async () => {
      const page = await send('/')
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(page.headers.get('content-security-policy')).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'",
      )
      const text = await page.text()
      expect(text).toContain('<h1>How Does Ketamine Help Anxiety?</h1>')
      expect(text).toContain('<script src="/widget.js" async></script>')
    })

    test('show all questions and answers on a page that needs no script, in either language', async () => {
      for (const [path, lang, title] of [
        ['/faq', 'en', '<h1>Questions and answers</h1>'],
        ['/faq?locale=es', 'es', '<h1>Preguntas y respuestas</h1>'],
      ] as const) {
        const page = await send(path)
        expect([page.status, page.headers.get('content-language')]).toEqual([200, lang])
        expect(page.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=240')
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
        const text = await page.text()
        expect(text).toContain(title)
        expect(text).toContain('Panic disorder is characterized by recurring panic attacks')
        expect(text).toContain('href="tel:988"')
        expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
      }
      await expectProblem(await send('/faq?locale=fr'), 422, 'invalid-request')
      await expectProblem(await send('/faq', { method: 'POST' }), 405, 'method-not-allowed')
    })

    test('show the interface to people', async () => {
      const page = await send('/reference')
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await page.text()).toContain('/pages/swagger-ui-bundle.js')
    })

    test('refuse unknown paths and wrong methods, with the handoff', async () => {
      await expectProblem(await send('/nowhere'), 404, 'not-found')
      await expectProblem(await send('/api/nowhere'), 404, 'not-found')
      const response = await send('/api/ask')
      expect(response.headers.get('allow')).toBe('POST, OPTIONS')
      await expectProblem(response, 405, 'method-not-allowed')
      await expectProblem(await send('/healthz', { method: 'DELETE' }), 405, 'method-not-allowed')
    })

    test('answer HEAD like GET, without the body', async () => {
      const head = await send('/healthz', { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
    })

    test('let a page of any origin ask', async () => {
      const headers = { origin: 'https://clinic.example', 'access-control-request-method': 'POST' }
      const preflight = await send('/api/ask', { method: 'OPTIONS', headers })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
      expect(preflight.headers.get('access-control-allow-headers')).toBe('Content-Type')
      const response = await ask({ question: 'x' }, { origin: 'https://clinic.example' })
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    })
  })

  describe(`${runtime}: static files`, () => {
    test.each(['/widget.js', '/pages/page.css'])(
      'may be loaded by any page, and kept for minutes: %s',
      async (path) => {
        const { headers, status } = await send(path)
        expect(status).toBe(200)
        expect(headers.get('access-control-allow-origin')).toBe('*')
        expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=240')
        expect(headers.get('content-type')).toMatch(/^text\/(javascript|css)/)
      },
    )

    test('are kept for ever when their name says their content', async () => {
      const launcher = await (await send('/widget.js')).text()
      const [chunk] = /chunks\/panel-[\w-]+\.js/.exec(launcher) ?? []
      const panel = await send(`/${chunk}`)
      expect(panel.status).toBe(200)
      expect(panel.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(panel.headers.get('access-control-allow-origin')).toBe('*')
    })

    test('are not sent again to whoever has them', async () => {
      const etag = (await send('/widget.js')).headers.get('etag') ?? ''
      expect((await send('/widget.js', { headers: { 'if-none-match': etag } })).status).toBe(304)
    })
  })

  describe(`${runtime}: the document`, () => {
    test('is met in every reply and refusal it names, but those of a limit, of an origin and of a bug', async () => {
      const kinds: readonly (readonly [kind: Reply['kind'], question: string])[] = [
        ['answer', 'What is panic disorder?'],
        ['clinic', 'what are your opening hours'],
        ['decline', 'who won the football game last night'],
        ['smalltalk', 'thank you'],
        ['crisis', 'I want to kill myself'],
        ['emergency', 'I just took all my pills'],
        ['clarify', CLARIFIED],
      ]
      for (const [kind, question] of kinds)
        expect((await expectReply(await ask({ question }))).kind, question).toBe(kind)
      const wanted = ['Reply', ...kinds.map(([kind]) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Reply`)]
      expect([...documented.fitted].toSorted()).toEqual(wanted.toSorted())

      await ask('{')
      await ask({})
      await ask({ question: 'x' }, { 'content-type': 'text/plain' })
      await ask({ question: 'a'.repeat(70_000) })
      await send('/api/suggestions')
      await send('/api/suggestions?locale=fr')
      await send('/healthz')
      await send('/openapi.json')
      expect(documented.unmet()).toEqual(ELSEWHERE)
    })
  })
}

/** Too little said to choose between entries. */
const CLARIFIED = 'ketamine'

/** Documented, and met in tests that set the server up for it: app.test.ts, ask.test.ts and node-server.test.ts. */
const ELSEWHERE = [
  'GET /api/suggestions 403',
  'GET /api/suggestions 500',
  'GET /healthz 431',
  'GET /openapi.json 431',
  'POST /api/ask 403',
  'POST /api/ask 429',
  'POST /api/ask 500',
]
