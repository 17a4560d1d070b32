import { beforeEach, describe, expect, it } from 'vitest'
import type { Conversation } from '../../widget/conversation.ts'
import { EMPTY, IDLE_MS } from '../../widget/conversation.ts'
import { restore, save } from '../../widget/stored.ts'
import { answer, crisis } from '../fixtures/replies.ts'

const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
}
const turn = (id: number, storable = true) =>
  ({ id, asked: `question ${id}`, state: { at: 'replied', reply: answer }, folded: false, storable }) as const
const NOW = Date.UTC(2026, 10, 23)

beforeEach(() => {
  kept.clear()
  Object.assign(globalThis, { sessionStorage: storage })
})

describe('what is kept for the next page', () => {
  it('is nothing at all before the first question', () => {
    save(EMPTY, NOW)
    expect(kept.size).toBe(0)
  })

  it('is the questions and their replies, for half an hour', () => {
    save({ ...EMPTY, turns: [turn(1)] }, NOW)
    expect(restore(NOW + IDLE_MS - 1)).toMatchObject({
      cards: 0,
      turns: [{ asked: 'question 1', state: { reply: answer } }],
    })
    expect(restore(NOW + IDLE_MS).turns).toEqual([])
  })

  it('is of a turn with a card, and of those asked beside it, only that there was one', () => {
    const card = { ...turn(2, false), state: { at: 'replied', reply: crisis } } as const
    save({ ...EMPTY, cards: 1, turns: [turn(1), card, turn(3, false)] }, NOW)
    expect([...kept.values()].join()).not.toMatch(/question [23]|988/)
    expect(restore(NOW)).toMatchObject({ cards: 1, turns: [{ asked: 'question 1' }] })
    expect(restore(NOW + IDLE_MS)).toEqual({ cards: 1, turns: [] })
  })

  it('is erased by a violence card: the device may be shared', () => {
    save({ ...EMPTY, turns: [turn(1)] }, NOW)
    save({ ...EMPTY, turns: [turn(1)], cards: 1, secret: true }, NOW)
    expect(kept.size).toBe(0)
  })

  it('is at most the last twenty turns', () => {
    const turns = Array.from({ length: 25 }, (_, index) => turn(index))
    save({ ...EMPTY, turns }, NOW)
    expect(restore(NOW).turns.map(({ asked }) => asked)).toEqual(turns.slice(5).map(({ asked }) => asked))
  })

  it('is nothing when another script has written under the key', () => {
    for (const text of ['', 'null', '[]', '{"at":"now","turns":{}}', `{"at":${NOW},"turns":[null,{"asked":1}]}`]) {
      kept.set('clinic-chat', text)
      expect(restore(NOW)).toEqual({ cards: 0, turns: [] } satisfies Pick<Conversation, 'cards' | 'turns'>)
    }
  })

  it('is nothing on a page whose storage throws', () => {
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    expect(() => save({ ...EMPTY, turns: [turn(1)] }, NOW)).not.toThrow()
    expect(restore(NOW)).toEqual({ cards: 0, turns: [] })
    Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, writable: true, value: storage })
  })
})
