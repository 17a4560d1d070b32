// The contract inside the Workers runtime, through the very entry that is deployed.
import { env, exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { createBindingRateLimit } from '../../../server/binding-rate-limit.ts'
import { contractSuite } from '../contract-suite.ts'

// A test calls the entry itself. What stands before it when it is deployed, static files first, is written out here.
contractSuite('workerd', async (path, init) => {
  const request = () => new Request(`https://chat.example${path}`, init)
  if (!init?.method) {
    const file = await env.ASSETS.fetch(request())
    if (file.status !== 404) return file
  }
  return exports.default.fetch(request())
})

describe('workerd: the platform’s counters', () => {
  test('let a client ask as often as wrangler.jsonc says, read on for a while, and tell clients apart', async () => {
    const { ABUSE_LIMIT, ASK_LIMIT } = env
    if (!ASK_LIMIT || !ABUSE_LIMIT) throw new Error('wrangler.jsonc has no ratelimits')
    const limit = createBindingRateLimit(ASK_LIMIT, ABUSE_LIMIT, 30)
    const taken = []
    for (let i = 0; i < 31; i++) taken.push(await limit('192.0.2.1', new Date()))
    expect(taken.filter(({ mayAsk }) => mayAsk)).toHaveLength(30)
    expect(taken.every(({ mayBeRead }) => mayBeRead)).toBe(true)
    expect(await limit('192.0.2.2', new Date())).toMatchObject({ mayAsk: true, limit: 30, remaining: null })
  })
})
