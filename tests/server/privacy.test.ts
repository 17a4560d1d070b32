// What a visitor writes, and who they are, appears nowhere but in the reply to them.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createMemoryRateLimit } from '../../server/rate-limit.ts'
import { createFakeAssistant } from './fake-assistant.ts'
import { tryApp } from './try-app.ts'

const PLANTED = 'zebra-umbrella-4711'
afterEach(() => vi.restoreAllMocks())

describe('nothing a visitor wrote or is', () => {
  test('is logged, printed or set as a cookie, whatever happens to the request', async () => {
    const printed: unknown[] = []
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...given) => printed.push(given))
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((given) => printed.push(given) > 0)

    const broken = createFakeAssistant({
      answer: ({ question }) => {
        throw new TypeError(`cannot read ${question}`)
      },
    })
    const headers = {
      'user-agent': PLANTED,
      referer: `https://clinic.example/${PLANTED}`,
      cookie: `id=${PLANTED}`,
      'x-forwarded-for': '203.0.113.77',
      'x-request-id': PLANTED,
      authorization: PLANTED,
    }
    for (const assistant of [createFakeAssistant(), broken]) {
      const { app, ask, log } = tryApp(
        { addressOf: () => '203.0.113.77', rateLimit: createMemoryRateLimit(5) },
        assistant,
      )
      const responses = [
        await ask({ question: PLANTED }, { headers }),
        await ask({ question: PLANTED, [PLANTED]: PLANTED }, { headers }),
        await ask({ question: PLANTED, history: [PLANTED] }, { headers }),
        await ask(null, { raw: `{"question": "${PLANTED}`, headers }),
        await ask(null, { raw: PLANTED, headers: { ...headers, 'content-type': 'text/plain' } }),
        await ask({ question: PLANTED }, { headers }),
        await ask({ question: PLANTED }, { headers }),
        await app.request(`/${PLANTED}?q=${PLANTED}`, { headers }),
        await app.request(`/problems/${PLANTED}`, { headers }),
        await app.request('/api/ask', { method: PLANTED, headers }),
      ]
      const written = JSON.stringify(log)
      expect(log.filter(({ event }) => event === 'request')).toHaveLength(responses.length)
      expect(written).not.toContain(PLANTED)
      expect(written).not.toContain('203.0.113.77')
      for (const { headers } of responses) {
        expect(headers.get('set-cookie')).toBeNull()
        expect(JSON.stringify([...headers])).not.toContain(PLANTED)
      }
    }
    expect(JSON.stringify(printed)).not.toContain(PLANTED)
  })

  test('is told by the log: only the method, the route as we wrote it, status, duration and an id of ours', async () => {
    const { app, ask, log } = tryApp()
    await ask({ question: 'x' })
    await app.request('/problems/not-found')
    await app.request('/somewhere')
    expect(log.map((line) => Object.keys(line).join())).toEqual(Array(3).fill('event,method,route,status,ms,requestId'))
    expect(log.map((line) => line.event === 'request' && line.route)).toEqual(['/api/ask', '/problems/:slug', '(none)'])
  })

  test('changes what the log says about a question: a card and an answer leave the same line', async () => {
    const { ask, log } = tryApp()
    await ask({ question: 'I want to die' })
    await ask({ question: 'what is anxiety' })
    const [card, answer] = log.map((line) => ({ ...line, ms: 0, requestId: '' }))
    expect(card).toEqual(answer)
  })
})
