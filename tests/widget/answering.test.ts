import { describe, expect, it, vi } from 'vitest'
import type { OfflineModule, SafetyModule, Sources } from '../../widget/answering.ts'
import { createAnswering } from '../../widget/answering.ts'
import { answer, crisis, handoff, problem, smalltalk } from '../fixtures/replies.ts'

const SERVER = 'https://assistant.example/widget.js'
const respond =
  (body: unknown, status = 200) =>
  async () =>
    new Response(JSON.stringify(body), { status })
const dead = async () => {
  throw new TypeError('Failed to fetch')
}
const answering = (fetch: typeof globalThis.fetch, parts: Partial<Sources> = {}) => {
  const wire = { fetch: vi.fn(fetch), random: () => 0 }
  return { ...createAnswering({ wire, server: SERVER, handoff, ...parts }), wire }
}
const safety: SafetyModule = {
  cardFor: ({ question }) => (question.includes('die') ? crisis : null),
  isDenial: (text) => text === 'fine',
}
const offline: OfflineModule = { answer: () => smalltalk }
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('with the safety chunk there', () => {
  it('a card comes at once, and the words do not leave the page', async () => {
    const it = answering(respond(answer), { loadSafety: async () => safety })
    it.prepareSafety()
    await settled()
    expect(await it.answer({ question: 'I want to die' })).toEqual({ at: 'replied', reply: crisis })
    expect(it.wire.fetch).not.toHaveBeenCalled()
  })

  it('anything else is the server’s to answer', async () => {
    const it = answering(respond(answer), { loadSafety: async () => safety })
    it.prepareSafety()
    await settled()
    expect(await it.answer({ question: 'hours?' })).toEqual({ at: 'replied', reply: answer })
  })

  it('a chunk that cannot be had changes nothing: the server has the same rules', async () => {
    const it = answering(respond(crisis), { loadSafety: dead })
    it.prepareSafety()
    await settled()
    expect(await it.answer({ question: 'I want to die' })).toEqual({ at: 'replied', reply: crisis })
  })

  it('is fetched again when it could not be had the first time, and then no more', async () => {
    const loadSafety = vi
      .fn<() => Promise<SafetyModule>>()
      .mockRejectedValueOnce(new TypeError())
      .mockResolvedValue(safety)
    const it = answering(respond(answer), { loadSafety })
    for (let i = 0; i < 3; i++) {
      it.prepareSafety()
      await settled()
    }
    expect(loadSafety).toHaveBeenCalledTimes(2)
    expect(await it.answer({ question: 'I want to die' })).toEqual({ at: 'replied', reply: crisis })
  })

  it('a triage that breaks on this page does not cost the reply', async () => {
    const broken: SafetyModule = {
      ...safety,
      cardFor: () => {
        throw new TypeError('x.flatMap is not a function')
      },
    }
    const it = answering(respond(answer), { loadSafety: async () => broken })
    it.prepareSafety()
    await settled()
    expect(await it.answer({ question: 'hours?' })).toEqual({ at: 'replied', reply: answer })
  })
})

describe('the answering core in the page', () => {
  it.each([
    ['cannot be reached', dead],
    ['answers 500', respond(problem(500, 'x'), 500)],
    ['answers something that is no reply', respond({ hello: 'world' })],
  ])('answers when the server %s', async (_, fetch) => {
    const it = answering(fetch, { loadOffline: async () => offline })
    expect(await it.answer({ question: 'hours?' })).toEqual({ at: 'replied', reply: smalltalk })
  })

  it.each([
    [429, 'busy'],
    [422, 'refused'],
  ])('leaves the server’s own word alone: %i', async (status, fault) => {
    const it = answering(respond(problem(status, 'x'), status), { loadOffline: async () => offline })
    expect(await it.answer({ question: 'hours?' })).toMatchObject({ at: 'failed', fault })
  })

  it('is fetched again when it could not be had the first time', async () => {
    const loadOffline = vi
      .fn<() => Promise<OfflineModule>>()
      .mockRejectedValueOnce(new TypeError())
      .mockResolvedValue(offline)
    const it = answering(dead, { loadOffline })
    expect(await it.answer({ question: 'hours?' })).toMatchObject({ at: 'failed', fault: 'unreachable' })
    expect(await it.answer({ question: 'hours?' })).toEqual({ at: 'replied', reply: smalltalk })
    await it.answer({ question: 'hours?' })
    expect(loadOffline).toHaveBeenCalledTimes(2)
  })
})
