import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProblem, parseReply } from '../../widget/parse-reply.ts'
import * as replies from '../fixtures/replies.ts'

const { answer, claim, spanish, clarify, clinic, decline, smalltalk, crisis, emergency, problem } = replies

describe('parseReply', () => {
  it.each([answer, claim, spanish, clarify, clinic, decline, smalltalk, crisis, emergency])(
    'takes a reply of kind $kind',
    (reply) => {
      expect(parseReply(reply)).toBe(reply)
    },
  )

  it('takes no reply that lacks the handoff, or a phone in it', () => {
    expect(parseReply({ ...answer, handoff: undefined })).toBeNull()
    expect(
      parseReply({ ...answer, handoff: { ...answer.handoff, phone: { display: '(561) 555-0100', href: '' } } }),
    ).toBeNull()
  })

  it('takes no answer without a passage and no card without a resource', () => {
    expect(parseReply({ ...answer, passages: [] })).toBeNull()
    expect(parseReply({ ...crisis, resources: [] })).toBeNull()
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('answer', 'crisis', 'toString', '__proto__'), (value, kind) => {
        expect(parseReply(value)).toBeNull()
        expect(
          parseReply({ ...answer, passages: value, resources: value, message: value, handoff: value, kind }),
        ).toBeNull()
      }),
    )
  })
})

describe('parseProblem', () => {
  it('gives the detail and the handoff of our server', () => {
    const ours = problem(422, 'Too long.')
    expect(parseProblem(ours)).toEqual({ detail: 'Too long.', handoff: ours.handoff })
  })

  it('gives nothing of what somebody else’s server says', () => {
    expect(parseProblem('<h1>502</h1>')).toEqual({ detail: null, handoff: null })
  })
})
