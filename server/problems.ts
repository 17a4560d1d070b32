// Everything that can keep a request from being served, each with its status, its words and the handoff. Knows no framework.
import type { Assistant } from './answer/answer.ts'
import type { Handoff, Lang, Problem } from './contract.ts'
import { LIMITS } from './contract.ts'
import type { Misfit } from './validate.ts'

/** Kinds of problem, by the last part of their `type`, with their HTTP status. */
export const PROBLEMS = {
  'unreadable-json': 400,
  'malformed-http': 400,
  unauthorized: 401,
  'origin-not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'headers-too-large': 431,
  'body-too-large': 413,
  'unsupported-content-type': 415,
  'empty-question': 422,
  'question-too-long': 422,
  'invalid-request': 422,
  'too-many-questions': 429,
  'too-many-requests': 429,
  unexpected: 500,
} as const
export type ProblemSlug = keyof typeof PROBLEMS

export interface Refusal {
  readonly slug: ProblemSlug
  /** Fill the placeholders of the problem's sentence. */
  readonly values?: Readonly<Record<string, string>>
  /** Several findings at once, each in its own words. */
  readonly misfits?: readonly Misfit[]
}

/** `wasTriaged`: somebody's words were read and are no cry for help. Otherwise the handoff names 988 and 911. */
export type MakeProblem = (refusal: Refusal, lang: Lang, now: Date, wasTriaged?: boolean) => Problem

/**
 * Says every problem once, in both languages: a sentence missing from the copy fails the start, where it is seen, and not
 * the refusal, where it would cost a visitor the phone number.
 */
export function createProblems(assistant: Assistant): MakeProblem {
  const spare = { en: spareHandoff(assistant, 'en'), es: spareHandoff(assistant, 'es') }
  const makeProblem: MakeProblem = (refusal, lang, now, wasTriaged = false) => ({
    type: `/problems/${refusal.slug}`,
    title: assistant.say(`problem-${refusal.slug}`, lang),
    status: PROBLEMS[refusal.slug],
    detail: detailOf(refusal, lang, assistant),
    lang,
    handoff: handoffOr(spare[lang], () =>
      assistant.handoff(lang, now, wasTriaged ? 'handoff-problem' : 'handoff-not-read'),
    ),
  })
  for (const slug of Object.keys(PROBLEMS).filter(isProblemSlug)) {
    makeProblem(sampleRefusal(slug), 'en', new Date(0))
    makeProblem(sampleRefusal(slug), 'es', new Date(0))
  }
  return makeProblem
}

/** Turns findings about a request into the refusal that names them best. */
export function refusalOf(misfits: readonly Misfit[]): Refusal {
  const [only, ...others] = misfits
  if (only && others.length === 0 && (only.kind === 'empty-question' || only.kind === 'question-too-long')) {
    return { slug: only.kind, values: { limit: String(LIMITS.questionLength) } }
  }
  return { slug: 'invalid-request', misfits }
}

export function isProblemSlug(slug: string | undefined): slug is ProblemSlug {
  return slug !== undefined && Object.hasOwn(PROBLEMS, slug)
}

/** A refusal of this kind for the page that explains it: without the values of any one request. */
export function sampleRefusal(slug: ProblemSlug): Refusal {
  const limit = slug === 'body-too-large' ? LIMITS.bodyBytes : LIMITS.questionLength
  return { slug, values: { limit: String(limit), methods: '…', seconds: '…' } }
}

function detailOf(refusal: Refusal, lang: Lang, assistant: Assistant): string {
  if (!refusal.misfits) return assistant.say(`problem-${refusal.slug}-detail`, lang, refusal.values)
  return refusal.misfits.map((misfit) => misfitInWords(misfit, lang, assistant)).join(' ')
}

function misfitInWords(misfit: Misfit, lang: Lang, assistant: Assistant): string {
  const limits = { limit: String(LIMITS.questionLength), entries: String(LIMITS.historyLength) }
  switch (misfit.kind) {
    case 'not-an-object':
      return assistant.say('problem-not-an-object', lang)
    case 'empty-question':
    case 'question-too-long':
      return assistant.say(`problem-${misfit.kind}-detail`, lang, limits)
    case 'unknown-field':
      return assistant.say('problem-field-unknown', lang, {
        field: quoted(misfit.field),
        fields: '"question", "locale", "history"',
      })
    case 'missing-field':
      return assistant.say('problem-field-missing', lang, { field: quoted(misfit.field) })
    case 'invalid-field':
      return assistant.say('problem-field-invalid', lang, {
        field: quoted(misfit.field),
        expected: assistant.say(`problem-field-${misfit.field}`, lang, limits),
      })
    default:
      return misfit satisfies never
  }
}

/** A field's name as JSON would write it, cut where it stops being a name. */
function quoted(field: string): string {
  return JSON.stringify(field.length > 40 ? `${field.slice(0, 40)}…` : field).toWellFormed()
}

/** Phone and words without the clock: what is left to say when even the handoff fails. */
function spareHandoff(assistant: Assistant, lang: Lang): Handoff {
  return { ...assistant.handoff(lang, new Date(0), 'handoff-not-read'), hours: null }
}

function handoffOr(spare: Handoff, make: () => Handoff): Handoff {
  try {
    return make()
  } catch {
    return spare // the way to a person must survive any bug on the way to it
  }
}
