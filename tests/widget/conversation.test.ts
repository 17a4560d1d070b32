import { describe, expect, it } from 'vitest'
import type { Reply } from '../../server/contract.ts'
import type { Conversation, Happening, Outcome } from '../../widget/conversation.ts'
import { EMPTY, historyFor, reduce } from '../../widget/conversation.ts'
import { answer, claim, crisis, violence } from '../fixtures/replies.ts'

const replied = (reply: Reply): Outcome => ({ at: 'replied', reply })
const conversationAfter = (happenings: readonly Happening[]): Conversation => happenings.reduce(reduce, EMPTY)
const turn = (id: number, reply: Reply): Happening[] => [
  { type: 'asked', id, question: `question ${id}` },
  { type: 'settled', id, outcome: replied(reply) },
]

describe('a conversation', () => {
  it('puts each reply to its own question, whatever the order they come in', () => {
    const { turns } = conversationAfter([
      { type: 'asked', id: 1, question: 'a' },
      { type: 'asked', id: 2, question: 'b' },
      { type: 'settled', id: 2, outcome: replied(answer) },
      { type: 'settled', id: 1, outcome: replied(claim) },
    ])
    expect(turns.map(({ state }) => state.at === 'replied' && state.reply)).toEqual([claim, answer])
  })

  it('ignores a reply whose turn was cleared away', () => {
    expect(
      conversationAfter([{ type: 'asked', id: 1, question: 'a' }, { type: 'cleared' }, ...turn(1, answer).slice(1)]),
    ).toEqual(EMPTY)
  })

  it('shows no claim for the rest of the session once a card was shown, also after starting over', () => {
    const { turns } = conversationAfter([
      ...turn(1, crisis),
      { type: 'cleared' },
      ...turn(2, claim),
      ...turn(3, answer),
    ])
    expect(turns.map(({ state }) => state.at)).toEqual(['withheld', 'replied'])
    expect(turns[0]?.state).toMatchObject({ handoff: claim.handoff })
  })

  it('marks as not to be stored the turn with a card and all that are asked while it is showing', () => {
    const { turns } = conversationAfter([...turn(1, answer), ...turn(2, crisis), ...turn(3, answer)])
    expect(turns.map(({ storable }) => storable)).toEqual([true, false, false])
  })

  it('becomes secret with a violence card and stays so', () => {
    expect(conversationAfter([...turn(1, violence), { type: 'cleared' }]).secret).toBe(true)
  })

  it('keeps the count of cards when it is started over, so that the bar stays', () => {
    expect(conversationAfter([...turn(1, crisis), { type: 'cleared' }])).toEqual({ turns: [], cards: 1, secret: false })
  })

  it('gives as history the last two questions that were answered and got no card', () => {
    const conversation = conversationAfter([
      ...turn(1, answer),
      ...turn(2, answer),
      ...turn(3, crisis),
      ...turn(4, answer),
      { type: 'asked', id: 5, question: 'waiting' },
    ])
    expect(historyFor(conversation)).toEqual(['question 2', 'question 4'])
  })
})
