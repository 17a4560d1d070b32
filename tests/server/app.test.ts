// The routes around the question: methods, other origins, pages, health, what is sent with every response.
import { describe, expect, test } from 'vitest'
import { createFakeAssistant } from './fake-assistant.ts'
import { clinicWith } from './known.ts'
import { expectProblem } from './problem-shape.ts'
import { KNOWLEDGE, tryApp } from './try-app.ts'

describe('methods', () => {
  test.each([
    ['GET', '/api/ask', 'POST, OPTIONS'],
    ['HEAD', '/api/ask', 'POST, OPTIONS'],
    ['DELETE', '/api/ask', 'POST, OPTIONS'],
    ['POST', '/api/suggestions', 'GET, HEAD, OPTIONS'],
    ['PUT', '/', 'GET, HEAD, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['POST', '/openapi.json', 'GET, HEAD, OPTIONS'],
    ['POST', '/reference', 'GET, HEAD, OPTIONS'],
    ['POST', '/faq', 'GET, HEAD, OPTIONS'],
    ['POST', '/problems/not-found', 'GET, HEAD, OPTIONS'],
  ])('%s %s is refused and the allowed ones are named', async (method, path, allowed) => {
    const response = await tryApp().app.request(path, { method })
    expect(response.headers.get('allow')).toBe(allowed)
    if (method === 'HEAD') expect(response.status).toBe(405)
    else expect((await expectProblem(response, 405, 'method-not-allowed')).detail).toContain(allowed)
  })

  test('OPTIONS names the methods', async () => {
    const response = await tryApp().app.request('/healthz', { method: 'OPTIONS' })
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  test('HEAD sends the headers of GET without the body', async () => {
    const { app } = tryApp()
    for (const path of ['/', '/healthz', '/openapi.json', '/reference', '/faq', '/api/suggestions']) {
      const get = await app.request(path)
      const head = await app.request(path, { method: 'HEAD' })
      expect([path, head.status, await head.text()]).toEqual([path, get.status, ''])
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    }
  })

  test.each(['/nowhere', '/api', '/api/', '/api/ask/', '/api/ask/x', '/problems', '/problems/x', '/widget.js'])(
    'answers an unknown path with a problem: %s',
    async (path) => {
      await expectProblem(await tryApp().app.request(path), 404, 'not-found')
    },
  )

  test('cannot be talked into a field that every object has', async () => {
    await expectProblem(await tryApp().app.request('/problems/constructor'), 404, 'not-found')
    await expectProblem(await tryApp().app.request('/problems/__proto__'), 404, 'not-found')
  })
})

describe('other origins', () => {
  const from = (origin: string) => ({ headers: { origin } })

  test('may ask, any of them, when the clinic names none', async () => {
    const response = await tryApp().ask({ question: 'x' }, from('https://anything.example'))
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('get an answer to their preflight that is kept for a day', async () => {
    const headers = { origin: 'https://clinic.example', 'access-control-request-method': 'POST' }
    const response = await tryApp().app.request('/api/ask', { method: 'OPTIONS', headers })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toBe('Content-Type')
    expect(response.headers.get('access-control-allow-methods')).toContain('POST')
    expect(response.headers.get('access-control-max-age')).toBe('86400')
  })

  test('may read refusals and their rate limit too', async () => {
    const response = await tryApp().ask({}, from('https://clinic.example'))
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After')
  })

  const allowedOrigins = ['https://clinic.example', 'https://*.clinic.example']
  test.each([
    ['https://clinic.example', 200],
    ['https://www.clinic.example', 200],
    ['https://a.b.clinic.example', 200],
    ['http://test', 200], // our own page
    ['http://clinic.example', 403],
    ['https://clinic.example.evil.example', 403],
    ['https://evilclinic.example', 403],
    ['https://clinic.example:8443', 403],
    ['null', 403],
  ])('are told apart when the clinic names some: %s → %i', async (origin, status) => {
    const { ask } = tryApp({ allowedOrigins })
    const response = await ask({ question: 'x' }, { headers: { origin, host: 'test' } })
    expect(response.status).toBe(status)
    expect(response.headers.get('vary')).toContain('Origin')
    expect(response.headers.get('access-control-allow-origin')).toBe(status === 200 ? origin : null)
    if (status === 403) await expectProblem(response, 403, 'origin-not-allowed')
  })

  test('fail the start when they are not written as origins', () => {
    for (const rule of ['clinic.example', 'https://clinic.example/', 'https://*', '*', 'https://a b'])
      expect(() => tryApp({ allowedOrigins: [rule] })).toThrow('is not an origin')
  })
})

describe('every response', () => {
  test('has a request id of its own, forbids sniffing, and may be loaded by other sites', async () => {
    const { app, ask } = tryApp()
    const responses = [
      await ask({ question: 'x' }),
      await ask({}),
      await app.request('/healthz'),
      await app.request('/no'),
    ]
    for (const { headers } of responses) {
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    }
    expect(new Set(responses.map(({ headers }) => headers.get('x-request-id'))).size).toBe(4)
  })

  test('comes with the handoff also after a bug outside the answering core', async () => {
    const addressOf = () => {
      throw new Error('a bug')
    }
    const { ask, log } = tryApp({ addressOf })
    const problem = await expectProblem(await ask({ question: 'x' }), 500, 'unexpected')
    expect(problem.handoff.message).toMatch(/911.*988/)
    expect(log.map(({ event }) => event)).toEqual(['error', 'request'])
  })
})

describe('suggestions', () => {
  test('come in the language asked for, else the browser’s, else English', async () => {
    const { app } = tryApp()
    const langOf = async (path: string, headers = {}) => (await (await app.request(path, { headers })).json()).lang
    expect(await langOf('/api/suggestions?locale=es')).toBe('es')
    expect(await langOf('/api/suggestions', { 'accept-language': 'es-US,es;q=0.9' })).toBe('es')
    expect(await langOf('/api/suggestions', { 'accept-language': 'de' })).toBe('en')
    await expectProblem(await app.request('/api/suggestions?locale=fr'), 422, 'invalid-request')
  })
})

describe('health', () => {
  test('says which knowledge is served, its version, and that nobody has approved it', async () => {
    const response = await tryApp().app.request('/healthz')
    expect(await response.json()).toEqual({
      status: 'ok',
      knowledge: 'a'.repeat(64),
      version: '0123456789ab',
      approval: null,
      articles: [{ id: 'an-article', sha256: 'b'.repeat(64) }],
    })
  })
})

test('health says who has approved what is served, and when', async () => {
  const approval = { role: 'Medical director', date: '2026-11-20' }
  const knowledge = { ...KNOWLEDGE, approval }
  const response = await tryApp({ knowledge }).app.request('/healthz')
  expect(await response.json()).toMatchObject({ approval })
})

describe('the demonstration page', () => {
  const pageOf = async (changes = {}) => (await tryApp(changes).app.request('http://host.example/')).text()

  test('shows the article’s sentences in their paragraphs, and every value escaped', async () => {
    const page = await pageOf()
    expect(page).toContain('<h1>An article &#38; its title</h1>')
    expect(page).toContain('<p>It opens with &#60;this&#62;.</p>')
    expect(page).toContain('<p>One sentence. Another beside it.</p>')
    expect(page).toContain('<a href="#a-second-part">A second part</a>')
  })

  test('carries the widget, its snippet with this server’s address, and the phone as a link', async () => {
    const page = await pageOf()
    expect(page).toContain('<script src="/widget.js" async></script>')
    expect(page).toContain('&#60;script src=&#34;http://host.example/widget.js&#34; async&#62;')
    expect(page).toContain('&#60;noscript&#62;&#60;a href=&#34;http://host.example/faq&#34;&#62;')
    expect(page).toContain('href="tel:+15615550100"')
    expect(await pageOf({ publicOrigin: 'https://chat.example' })).toContain('https://chat.example/widget.js')
  })

  test('says that the number is fictional', async () => {
    expect(await pageOf()).toContain('reaches nobody')
  })

  test('needs nothing inline under its strict policy', async () => {
    const response = await tryApp().app.request('/')
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(page).not.toMatch(/<style|style=|<script>|<script [^>]*>[^<]|\son\w+=|javascript:/)
  })
})

describe('the reference page', () => {
  test('draws openapi.json with our own files only, under a policy of its own', async () => {
    const response = await tryApp().app.request('/reference')
    const page = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';/,
    )
    for (const [, address] of page.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]*)"/g))
      expect(address).toMatch(/^(\/pages\/|data:,$)/)
    expect(page).toContain('href="/openapi.json"')
    expect(page).toContain('href="tel:+15615550100"')
  })
})

describe('problem pages', () => {
  test('explain every kind of problem under its own type', async () => {
    const { app } = tryApp()
    const page = await app.request('/problems/body-too-large', { headers: { 'accept-language': 'es' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('65536 bytes')
  })

  test('cannot be left without words: a sentence missing from the copy fails the start', () => {
    const fake = createFakeAssistant()
    const say: typeof fake.say = (key, ...rest) => {
      if (key === 'problem-request-timeout-detail') throw new Error(`no copy "${key}"`)
      return fake.say(key, ...rest)
    }
    expect(() => tryApp({}, { ...fake, say })).toThrow('problem-request-timeout-detail')
  })
})
