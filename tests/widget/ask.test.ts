import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, TIMEOUT_MS } from '../../widget/ask.ts'
import { answer, problem } from '../fixtures/replies.ts'

const SERVER = 'https://assistant.example/v1/widget.js'
const respond = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const wire = (fetch: typeof globalThis.fetch) => ({ fetch: vi.fn(fetch), random: () => 0.5 })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('ask', () => {
  it('posts the question to the server’s origin, and nothing that would tell who asks', async () => {
    const it = wire(async () => respond(answer))
    expect(await ask(it, SERVER, { question: 'hi', locale: 'en', history: ['before'] })).toEqual({
      at: 'replied',
      reply: answer,
    })
    const [url, init] = it.fetch.mock.calls[0] ?? []
    expect(url).toBe('https://assistant.example/api/ask')
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"question":"hi","locale":"en","history":["before"]}',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
  })

  it('tries once more when the network fails, after a pause that chance lengthens', async () => {
    const it = wire(async () => {
      throw new TypeError('Failed to fetch')
    })
    const outcome = ask(it, SERVER, { question: 'hi' })
    await vi.advanceTimersByTimeAsync(449)
    expect(it.fetch).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(it.fetch).toHaveBeenCalledTimes(2)
    expect(await outcome).toMatchObject({ at: 'failed', fault: 'unreachable' })
  })

  it('does not try again when the server has spoken', async () => {
    const it = wire(async () => respond(problem(500, 'x'), 500))
    expect(await ask(it, SERVER, { question: 'hi' })).toMatchObject({ at: 'failed', fault: 'broken' })
    expect(it.fetch).toHaveBeenCalledTimes(1)
  })

  it('gives up after eight seconds, the second try included', async () => {
    const it = wire(
      (_, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
        }),
    )
    const outcome = ask(it, SERVER, { question: 'hi' })
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS)
    expect(await outcome).toMatchObject({ at: 'failed', fault: 'slow' })
    expect(it.fetch).toHaveBeenCalledTimes(1)
  })

  it.each([
    [429, 'busy'],
    [413, 'refused'],
    [422, 'refused'],
    [500, 'broken'],
    [503, 'broken'],
  ])('calls a %i “%s” and passes on the server’s own handoff', async (status, fault) => {
    const body = problem(status, 'x')
    const outcome = await ask(
      wire(async () => respond(body, status)),
      SERVER,
      { question: 'hi' },
    )
    expect(outcome).toEqual({ at: 'failed', fault, detail: 'x', handoff: body.handoff })
  })
})
