// Type tests: compiled by `npm run check`, never run. The schemas and contract.ts say the same, and no reply lacks a handoff.
import type * as z from 'zod'
import type {
  AnswerReply,
  AskRequest,
  ClarifyReply,
  CrisisReply,
  Handoff,
  Health,
  Problem,
  Reply,
  Suggestions,
} from '../../server/contract.ts'
import type { askRequest, handoff, health, problem, reply, suggestions } from '../../server/validate.ts'

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T
type Same<A, B> = [Frozen<A>] extends [Frozen<B>] ? ([Frozen<B>] extends [Frozen<A>] ? true : never) : never

export const same: readonly true[] = [
  true satisfies Same<z.output<typeof askRequest>, AskRequest>,
  true satisfies Same<z.output<typeof handoff>, Handoff>,
  true satisfies Same<z.output<typeof reply>, Reply>,
  true satisfies Same<z.output<typeof problem>, Problem>,
  true satisfies Same<z.output<typeof suggestions>, Suggestions>,
  true satisfies Same<z.output<typeof health>, Health>,
]

const way: Handoff = { message: '', phone: { display: '', href: 'tel:+15615550100' }, hours: null, links: [] }
const said = { lang: 'en', message: '', followUps: [] } as const

export const withHandoff: Reply = { kind: 'smalltalk', ...said, handoff: way }

// @ts-expect-error a reply without a way to a person cannot be written
export const withoutHandoff: Reply = { kind: 'smalltalk', ...said }

// @ts-expect-error nor a problem
export const problemWithoutHandoff: Problem = { type: '', title: '', status: 500, detail: '', lang: 'en' }

// @ts-expect-error nor an answer that quotes nothing
export const passages: AnswerReply['passages'] = []

// @ts-expect-error nor a card that names nobody to call
export const resources: CrisisReply['resources'] = []

// @ts-expect-error nor a question back with one choice only
export const choices: ClarifyReply['choices'] = [{ question: '' }]
