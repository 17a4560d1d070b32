// Runs the server on Cloudflare Workers: knowledge bundled with the code, the platform's limits, its addresses.
import knowledgeJson from '../knowledge/answers.json' with { type: 'json' }
import safetyJson from '../knowledge/safety.json' with { type: 'json' }
import type { Knowledge } from '../knowledge/schema.ts'
import packageJson from '../package.json' with { type: 'json' }
import { createAssistant } from './answer/answer.ts'
import type { App } from './app.ts'
import { createApp } from './app.ts'
import type { RateLimitBinding } from './binding-rate-limit.ts'
import { createBindingRateLimit } from './binding-rate-limit.ts'
import modelJson from './model.json' with { type: 'json' }
import type { RateLimit } from './rate-limit.ts'
import { splitOrigins } from './settings.ts'

/** Bindings and variables of wrangler.jsonc. */
export interface WorkerEnv {
  readonly ASK_LIMIT?: RateLimitBinding
  readonly ABUSE_LIMIT?: RateLimitBinding
  /** The limit of ASK_LIMIT, for the headers; "0" switches limiting off. */
  readonly ASK_RATE_LIMIT?: string
  /** Instead of those in clinic.json. */
  readonly ALLOWED_ORIGINS?: string
  readonly PUBLIC_ORIGIN?: string
}

// Our own builders' files, checked when they were built; what TypeScript reads from them is wider than what they are.
const knowledge = knowledgeJson as unknown as Knowledge
const [, safety, model] = [knowledge, safetyJson, modelJson] as unknown as Parameters<typeof createAssistant>
// At the start of the isolate, where it costs no request its time.
const assistant = createAssistant(knowledge, safety, model)
let app: App | null = null

export default {
  async fetch(request: Request, env: WorkerEnv): Promise<Response> {
    app ??= createApp({
      assistant,
      knowledge,
      knowledgeSha256: await sha256Of(knowledge),
      version: packageJson.version,
      allowedOrigins:
        env.ALLOWED_ORIGINS === undefined ? knowledge.clinic.allowedOrigins : splitOrigins(env.ALLOWED_ORIGINS),
      rateLimit: rateLimitOf(env),
      addressOf: (asking) => asking.headers.get('cf-connecting-ip') ?? 'unknown',
      findAsset: null, // the platform serves them before we are asked
      publicOrigin: env.PUBLIC_ORIGIN ?? null,
      now: () => new Date(),
      metrics: null, // each isolate would count for itself; the platform counts requests
      log: (line) => console.log(JSON.stringify(line)),
    })
    return app.fetch(request, env)
  },
}

function rateLimitOf({ ASK_LIMIT, ABUSE_LIMIT, ASK_RATE_LIMIT = '30' }: WorkerEnv): RateLimit | null {
  const limit = Number(ASK_RATE_LIMIT)
  return ASK_LIMIT && ABUSE_LIMIT && limit > 0 ? createBindingRateLimit(ASK_LIMIT, ABUSE_LIMIT, limit) : null
}

/** Of the file as the builder writes it, so that it is the same here and on Node. */
async function sha256Of(json: object): Promise<string> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(json)}\n`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
