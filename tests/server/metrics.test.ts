// /metrics: off by default, behind its own token, and silent about who was in a crisis.
import { describe, expect, test } from 'vitest'
import { createMetrics } from '../../server/metrics.ts'
import { CRISIS, EMERGENCY } from './fake-assistant.ts'
import { expectProblem } from './problem-shape.ts'
import { tryApp } from './try-app.ts'

const token = 'sixteen-letters!'
const authorization = `Bearer ${token}`

describe('metrics', () => {
  test('are not there unless they were switched on', async () => {
    await expectProblem(await tryApp().app.request('/metrics', { headers: { authorization } }), 404, 'not-found')
  })

  test.each(['', 'Bearer', 'Bearer sixteen-letters', `Bearer ${token}!`, `Basic ${token}`, token])(
    'are kept from whoever has not their token: %s',
    async (wrong) => {
      const { app } = tryApp({ metrics: createMetrics(token) })
      const response = await app.request('/metrics', { headers: { authorization: wrong } })
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      await expectProblem(response, 401, 'unauthorized')
    },
  )

  test('count requests, replies and their time', async () => {
    const { app, ask } = tryApp({ metrics: createMetrics(token) })
    await ask({ question: 'x' })
    await ask({ question: 'y' })
    await ask({})
    await app.request('/somewhere')
    const response = await app.request('/metrics', { headers: { authorization } })
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    const lines = (await response.text()).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'clinic_chat_requests_total{method="POST",route="/api/ask",status="200"} 2',
        'clinic_chat_requests_total{method="POST",route="/api/ask",status="422"} 1',
        'clinic_chat_requests_total{method="GET",route="(none)",status="404"} 1',
        'clinic_chat_replies_total{kind="decline"} 2',
        'clinic_chat_ask_seconds_bucket{le="+Inf"} 3',
        'clinic_chat_ask_seconds_count 3',
      ]),
    )
  })

  test('do not tell how many cards were shown', async () => {
    const { app, ask } = tryApp({ metrics: createMetrics(token) })
    for (const question of [CRISIS, EMERGENCY]) await ask({ question })
    const text = await (await app.request('/metrics', { headers: { authorization } })).text()
    expect(text).not.toMatch(/crisis|emergency/)
    expect(text).toContain('clinic_chat_replies_total{kind="other"} 2')
  })

  test('stay few, whatever is asked for', async () => {
    const { app } = tryApp({ metrics: createMetrics(token) })
    for (let i = 0; i < 200; i++) await app.request(`/path-${i}`, { method: `METHOD${i}` })
    const text = await (await app.request('/metrics', { headers: { authorization } })).text()
    expect(text.match(/requests_total\{/g)).toHaveLength(1)
  })
})
