// The limits by themselves: windows, bounds, and who counts as one client.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBindingRateLimit } from '../../server/binding-rate-limit.ts'
import { clientAddress, clientKey } from '../../server/client.ts'
import type { Allowance } from '../../server/rate-limit.ts'
import { createMemoryRateLimit } from '../../server/rate-limit.ts'

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000)
const now = at(0)

describe('the limit in memory', () => {
  const take = (limit: ReturnType<typeof createMemoryRateLimit>, client: string, when = now) =>
    limit(client, when) as Allowance // in memory it never waits

  test('begins afresh a minute after a client’s first ask', () => {
    const limit = createMemoryRateLimit(1)
    expect(take(limit, 'a', at(0))).toMatchObject({ mayAsk: true, remaining: 0, resetSeconds: 60 })
    expect(take(limit, 'a', at(59.5))).toMatchObject({ mayAsk: false, resetSeconds: 1 })
    expect(take(limit, 'a', at(60)).mayAsk).toBe(true)
  })

  test('reads on up to ten times the limit, and no further', () => {
    const limit = createMemoryRateLimit(2)
    const all = Array.from({ length: 21 }, () => take(limit, 'a'))
    expect(all.filter(({ mayAsk }) => mayAsk)).toHaveLength(2)
    expect(all.filter(({ mayBeRead }) => mayBeRead)).toHaveLength(20)
  })

  test('remembers no more clients than it was given room for, and forgets the oldest first', () => {
    const limit = createMemoryRateLimit(1, 100)
    for (let i = 0; i < 100; i++) take(limit, `c${i}`, at(i / 100))
    expect(take(limit, 'c0', at(2)).mayAsk).toBe(false)
    for (let i = 100; i < 10_000; i++) take(limit, `c${i}`, at(2))
    expect(take(limit, 'c9999', at(2)).mayAsk).toBe(false)
    expect(take(limit, 'c0', at(2)).mayAsk).toBe(true)
  })

  test('lets nobody wait for hours when the clock is set back', () => {
    const limit = createMemoryRateLimit(1)
    take(limit, 'a', at(7200))
    expect(take(limit, 'a', at(0))).toMatchObject({ mayAsk: true, resetSeconds: 60 })
  })

  test('never counts more than the limit in one window, whatever the order of clients and times', () => {
    const step = fc.record({
      client: fc.constantFrom('a', 'b', 'c'),
      afterSeconds: fc.double({ min: 0, max: 90, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (steps, perMinute) => {
        const limit = createMemoryRateLimit(perMinute)
        const allowed = new Map<string, number[]>()
        let seconds = 0
        for (const { client, afterSeconds } of steps) {
          seconds += afterSeconds
          const { mayAsk, remaining, resetSeconds } = take(limit, client, at(seconds))
          expect(remaining).toBeGreaterThanOrEqual(0)
          expect(resetSeconds).toSatisfy((wait: number) => wait >= 1 && wait <= 60)
          if (mayAsk) allowed.set(client, [...(allowed.get(client) ?? []), seconds])
        }
        // Two windows meet somewhere in any minute, so twice the limit is the most a minute can see.
        for (const times of allowed.values())
          for (const start of times)
            expect(times.filter((time) => time >= start && time < start + 60).length).toBeLessThanOrEqual(2 * perMinute)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the limit of the platform', () => {
  const binding = (success: boolean) => ({ limit: async () => ({ success }) })

  test.each([
    [true, true, { mayAsk: true, mayBeRead: true }],
    [false, true, { mayAsk: false, mayBeRead: true }],
    [false, false, { mayAsk: false, mayBeRead: false }],
  ])('asks both counters: %s, %s', async (ask, abuse, expected) => {
    const allowance = await createBindingRateLimit(binding(ask), binding(abuse), 30)('a', now)
    expect(allowance).toMatchObject({ ...expected, limit: 30, remaining: null })
  })
})

describe('a client', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:4711', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('is an IPv4 address or an IPv6 network: %s → %s', (address, key) => {
    expect(clientKey(address)).toBe(key)
  })

  test('is one and the same from every address of a /64', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
    fc.assert(
      fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), (host) => {
        expect(clientKey(`2001:db8:0:7:${host.join(':')}`)).toBe('2001:db8:0:7::/64')
      }),
    )
  })

  test('cannot choose its address, unless a proxy of ours wrote it', () => {
    const hops = { peer: '10.0.0.2', forwardedFor: '1.1.1.1, 198.51.100.9' }
    expect(clientAddress(hops, 0)).toBe('10.0.0.2')
    expect(clientAddress(hops, 1)).toBe('198.51.100.9')
    expect(clientAddress({ ...hops, forwardedFor: undefined }, 1)).toBe('10.0.0.2')
    expect(clientAddress({ peer: undefined, forwardedFor: undefined }, 0)).toBe('unknown')
  })
})
