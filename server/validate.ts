// Parses what arrives and describes what leaves: zod schemas locked to contract.ts, the only zod of the server.
import * as z from 'zod'
import { knowledge } from '../knowledge/schema.ts'
import type { AskRequest, Handoff, Health, Lang, Problem, Reply, Suggestions } from './contract.ts'
import { LIMITS } from './contract.ts'

const lang = z.enum(['en', 'es']) satisfies z.ZodType<Lang>

// Half a surrogate pair is no character: replaced at the door, so that nothing behind it has to expect one.
const words = z
  .string()
  .overwrite((text) => text.toWellFormed().trim())
  .check(z.minLength(1), z.maxLength(LIMITS.questionLength))

export const askRequest = z.strictObject({
  question: words.describe('The visitor’s words. Lengths are UTF-16 units after trimming.'),
  locale: lang.optional().describe('Language of the page; recognised from the text when absent.'),
  history: z
    .array(words)
    .max(LIMITS.historyLength)
    .optional()
    .describe('The visitor’s last one or two questions, newest last, without those that got a card.'),
}) satisfies z.ZodType<AskRequest>

const link = z.strictObject({ label: z.string(), href: z.string() })

export const handoff = z.strictObject({
  message: z.string(),
  phone: z.strictObject({ display: z.string(), href: z.string().regex(/^tel:\+\d+$/) }),
  hours: z.strictObject({ open: z.boolean(), label: z.string() }).nullable(),
  links: z.array(link).max(3),
}) satisfies z.ZodType<Handoff>

const passage = z.strictObject({
  text: z.string().describe('Whole sentences of an approved article, word for word.'),
  lang,
  entry: z.string(),
  title: z.string(),
  section: z.string(),
  url: z.string(),
})

const said = { lang, handoff }
const followUps = z.array(z.string()).max(3)
const notice = z.string().nullable()
const choice = z.strictObject({ question: z.string() })

const answer = z.strictObject({
  kind: z.literal('answer'),
  ...said,
  entry: z.string(),
  title: z.string(),
  passages: z.tuple([passage], passage),
  caveat: passage.nullable(),
  disclosure: z.string().nullable(),
  notice,
  followUps,
})
const clarify = z.strictObject({
  kind: z.literal('clarify'),
  ...said,
  message: z.string(),
  choices: z.union([z.tuple([choice, choice]), z.tuple([choice, choice, choice])]),
  notice,
})
const clinic = z.strictObject({
  kind: z.literal('clinic'),
  ...said,
  topic: z.enum([
    'hours',
    'holidays',
    'phone',
    'address',
    'booking',
    'contact',
    'languages',
    'disclosure',
    'cannot-pass-on',
    'human',
  ]),
  message: z.string(),
})
const decline = z.strictObject({
  kind: z.literal('decline'),
  ...said,
  reason: z.enum(['not-covered', 'personal', 'off-topic']),
  message: z.string(),
  followUps,
  notice,
})
const smalltalk = z.strictObject({ kind: z.literal('smalltalk'), ...said, message: z.string(), followUps })
const contact = z.strictObject({
  kind: z.enum(['call', 'text', 'chat', 'web']),
  display: z.string(),
  href: z.string(),
})
const resource = z.strictObject({
  name: z.string(),
  note: z.string().nullable(),
  contacts: z.tuple([contact], contact),
})
const card = { ...said, message: z.string(), resources: z.tuple([resource], resource) }
const crisis = z.strictObject({ kind: z.literal('crisis'), ...card, variant: z.enum(['self', 'other']) })
const emergency = z.strictObject({
  kind: z.literal('emergency'),
  ...card,
  variant: z.enum(['medical', 'violence', 'harm-to-others']),
})

export const reply = z.discriminatedUnion('kind', [
  answer,
  clarify,
  clinic,
  decline,
  smalltalk,
  crisis,
  emergency,
]) satisfies z.ZodType<Reply>

export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int().min(400).max(599),
  detail: z.string(),
  ...said,
}) satisfies z.ZodType<Problem>

export const suggestions = z.strictObject({ lang, questions: z.array(choice) }) satisfies z.ZodType<Suggestions>

export const health = z.strictObject({
  status: z.literal('ok'),
  knowledge: z.string().length(64),
  version: z.string(),
  approval: z.strictObject({ role: z.string(), date: z.string() }).nullable(),
  articles: z.array(z.strictObject({ id: z.string(), sha256: z.string().length(64) })),
}) satisfies z.ZodType<Health>

/** answers.json: the knowledge without the phrasings, which the model has learnt. Loading it is a door too. */
const { entries, gaps, smalltalk: talk, clinicFacts } = knowledge.shape
const unphrased = { phrasings: z.strictObject({ en: z.array(z.string()), es: z.array(z.string()) }) }
export const answersFile = knowledge.extend({
  entries: z.array(entries.element.extend(unphrased)).min(1),
  gaps: z.array(gaps.element.extend(unphrased)),
  smalltalk: z.array(talk.element.extend(unphrased)),
  clinicFacts: z.array(clinicFacts.element.extend(unphrased)).min(1),
})

/** What does not fit in a request, in the order it was found. `field` is a name, never a value. */
export type Misfit =
  | { readonly kind: 'not-an-object' }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'missing-field'; readonly field: 'question' }
  | { readonly kind: 'invalid-field'; readonly field: 'question' | 'locale' | 'history' }
  | { readonly kind: 'empty-question' }
  | { readonly kind: 'question-too-long' }

export type ParsedAsk =
  | { readonly fits: true; readonly request: AskRequest }
  /** `readable`: the visitor's words, when they can be made out all the same: they still have to be triaged. */
  | { readonly fits: false; readonly misfits: readonly Misfit[]; readonly readable: AskRequest | null }

/** Parses the body of `POST /api/ask`. */
export function parseAsk(json: unknown): ParsedAsk {
  const parsed = askRequest.safeParse(json)
  if (parsed.success) return { fits: true, request: parsed.data }
  return {
    fits: false,
    misfits: parsed.error.issues.flatMap((issue) => toMisfits(issue, json)),
    readable: readableAsk(json),
  }
}

/** The language asked for by `?locale=`: absent is fine, anything but "en" and "es" is not. */
export function parseLocale(value: string | undefined): { readonly fits: boolean; readonly lang: Lang | undefined } {
  const parsed = lang.optional().safeParse(value)
  return { fits: parsed.success, lang: parsed.data }
}

/** JSON Schemas (2020-12) of everything on the wire, by name, referring to each other inside an OpenAPI document. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const named = z.registry<{ id: string }>()
  const schemas = { AskRequest: askRequest, Reply: reply, Handoff: handoff, Passage: passage, Problem: problem }
  for (const [id, schema] of Object.entries({ ...schemas, Suggestions: suggestions, Health: health })) {
    named.add(schema, { id })
  }
  const kinds = { answer, clarify, clinic, decline, smalltalk, crisis, emergency }
  for (const [kind, schema] of Object.entries(kinds)) {
    named.add(schema, { id: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Reply` })
  }
  const generated = z.toJSONSchema(named, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(generated.schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  )
}

function toMisfits(issue: z.core.$ZodIssue, json: unknown): readonly Misfit[] {
  const field = issue.path[0]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ kind: 'unknown-field', field: key }))
  if (field === 'question') {
    if (issue.code === 'too_small') return [{ kind: 'empty-question' }]
    if (issue.code === 'too_big') return [{ kind: 'question-too-long' }]
    const isThere = typeof json === 'object' && json !== null && 'question' in json
    return [{ kind: isThere ? 'invalid-field' : 'missing-field', field }]
  }
  if (field === 'locale' || field === 'history') return [{ kind: 'invalid-field', field }]
  return [{ kind: 'not-an-object' }]
}

/** Whatever of the request can be read, however long: a wrong neighbour field must not keep a cry for help unread. */
function readableAsk(json: unknown): AskRequest | null {
  if (typeof json !== 'object' || json === null || !('question' in json)) return null
  const { question } = json
  if (typeof question !== 'string') return null
  const locale = 'locale' in json ? lang.safeParse(json.locale).data : undefined
  const earlier = 'history' in json && Array.isArray(json.history) ? json.history : []
  const history = earlier.filter((text) => typeof text === 'string').slice(-LIMITS.historyLength)
  return { question: question.toWellFormed().trim(), locale, history: history.map((text) => text.toWellFormed()) }
}
