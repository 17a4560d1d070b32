// Serves one question: limits, reading, checking, answering, and triage before anything is refused. Knows no framework.
import type { Assistant } from './answer/answer.ts'
import type { Lang, Reply } from './contract.ts'
import type { ProblemSlug, Refusal } from './problems.ts'
import { refusalOf } from './problems.ts'
import type { Allowance, RateLimit } from './rate-limit.ts'
import { readJsonBody } from './read-body.ts'
import type { ParsedAsk } from './validate.ts'
import { parseAsk } from './validate.ts'

export type Asked =
  | { readonly served: true; readonly reply: Reply; readonly allowance: Allowance | null }
  | {
      readonly served: false
      readonly refusal: Refusal
      readonly allowance: Allowance | null
      /** Language of the page, when the request could say it. */
      readonly lang: Lang | undefined
      /** The question was read and is no cry for help. */
      readonly wasTriaged: boolean
    }

export interface AskDeps {
  readonly assistant: Assistant
  readonly rateLimit: RateLimit | null
  readonly now: () => Date
}

/** @param reportBug Told of whatever the answering core throws; the visitor gets a refusal with a handoff. */
export type Ask = (request: Request, client: string, reportBug: (thrown: unknown) => void) => Promise<Asked>

export function createAsk({ assistant, rateLimit, now }: AskDeps): Ask {
  return async (request, client, reportBug) => {
    const allowance = rateLimit ? await rateLimit(client, now()) : null
    if (allowance && !allowance.mayBeRead) return unread(tooMany('too-many-requests', allowance), allowance)
    const body = await readJsonBody(request)
    if (!body.read) return unread(body.refusal, allowance)

    const parsed = parseAsk(body.json)
    const answered = answerOrRefuse(parsed, allowance, reportBug)
    if ('reply' in answered) return { served: true, reply: answered.reply, allowance }
    // Whatever stands against an answer, a cry for help that can be read gets its card.
    const words = parsed.fits ? parsed.request : parsed.readable
    const card = words && assistant.cardFor(words, now())
    if (card) return { served: true, reply: card, allowance }
    return { served: false, refusal: answered.refusal, allowance, lang: words?.locale, wasTriaged: words !== null }
  }

  function answerOrRefuse(
    parsed: ParsedAsk,
    allowance: Allowance | null,
    reportBug: (thrown: unknown) => void,
  ): { readonly reply: Reply } | { readonly refusal: Refusal } {
    if (!parsed.fits) return { refusal: refusalOf(parsed.misfits) }
    if (allowance && !allowance.mayAsk) return { refusal: tooMany('too-many-questions', allowance) }
    try {
      return { reply: assistant.answer(parsed.request, now()) }
    } catch (thrown) {
      reportBug(thrown)
      return { refusal: { slug: 'unexpected' } }
    }
  }
}

function unread(refusal: Refusal, allowance: Allowance | null): Asked {
  return { served: false, refusal, allowance, lang: undefined, wasTriaged: false }
}

function tooMany(slug: ProblemSlug, { resetSeconds }: Allowance): Refusal {
  return { slug, values: { seconds: String(resetSeconds) } }
}
