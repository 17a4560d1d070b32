import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../widget/conversation.ts'
import { withPhone } from '../../widget/overrides.ts'
import { clinic, crisis } from '../fixtures/replies.ts'

const OURS = { display: '(561) 555-0199', href: 'tel:5615550199' }
const replyIn = (outcome: Outcome) => (outcome.at === 'replied' ? outcome.reply : null)

describe('the number in the snippet', () => {
  it('stands in the handoff and inside sentences instead of the server’s', () => {
    const reply = { ...clinic, topic: 'phone', message: 'Our number is (561) 555-0100.' } as const
    expect(replyIn(withPhone({ at: 'replied', reply }, OURS))).toEqual({
      ...reply,
      message: 'Our number is (561) 555-0199.',
      handoff: { ...clinic.handoff, phone: OURS },
    })
  })

  it('leaves 988 and 911 alone', () => {
    const reply = replyIn(withPhone({ at: 'replied', reply: crisis }, OURS))
    expect(reply).toMatchObject({ resources: crisis.resources, message: crisis.message })
  })

  it('changes nothing when there is none', () => {
    const outcome: Outcome = { at: 'replied', reply: clinic }
    expect(withPhone(outcome, null)).toBe(outcome)
  })
})
