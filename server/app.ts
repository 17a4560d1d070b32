// Wires the HTTP interface: the routes, what happens around each of them, and a problem for everything refused.
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Knowledge } from '../knowledge/schema.ts'
import { languageOf } from './accept-language.ts'
import type { Assistant } from './answer/answer.ts'
import { createFaq } from './answer/faq.ts'
import { createAsk } from './ask.ts'
import type { FindAsset } from './assets.ts'
import { assetResponse } from './assets.ts'
import { clientKey } from './client.ts'
import type { Health, Lang, Reply } from './contract.ts'
import { isDemonstrationNumber } from './demonstration.ts'
import { FOR_THE_REFERENCE_PAGE, NO_STORE, SHORT_CACHE } from './headers.ts'
import type { Log } from './log.ts'
import { errorLine } from './log.ts'
import type { Metrics } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { createOriginPolicy } from './origins.ts'
import { renderArticlePage } from './pages/article-page.ts'
import { renderFaqPage } from './pages/faq-page.ts'
import { renderProblemPage } from './pages/problem-page.ts'
import { renderReferencePage } from './pages/reference-page.ts'
import type { Refusal } from './problems.ts'
import { createProblems, isProblemSlug, refusalOf, sampleRefusal } from './problems.ts'
import type { RateLimit } from './rate-limit.ts'
import { rateLimitHeaders } from './rate-limit.ts'
import type { HeaderFields } from './responses.ts'
import {
  jsonResponse,
  methodsResponse,
  metricsResponse,
  pageResponse,
  preflightResponse,
  problemResponse,
  redirectResponse,
} from './responses.ts'
import { parseLocale } from './validate.ts'

/** Everything the application needs from the platform it runs on. */
export interface AppDeps {
  readonly assistant: Assistant
  readonly knowledge: Knowledge
  /** SHA-256 of answers.json, 64 hex digits: `/healthz` says which content is served. */
  readonly knowledgeSha256: string
  readonly version: string
  /** Origins that may call /api/*; see origins.ts. */
  readonly allowedOrigins: readonly string[]
  /** `null`: no limit. */
  readonly rateLimit: RateLimit | null
  /** Address of whoever asks. `platform` is what the platform passes beside a request. */
  readonly addressOf: (request: Request, platform: unknown) => string
  /** `null` where the platform serves the static files itself. */
  readonly findAsset: FindAsset | null
  /** Where the server is reached, when its requests do not tell (behind a proxy). */
  readonly publicOrigin: string | null
  readonly now: () => Date
  readonly log: Log
  /** `null`: there is no /metrics. */
  readonly metrics: Metrics | null
}

export type App = Hono<Env>
interface Env {
  Variables: {
    requestId: string
    route: string
    kind: Reply['kind'] | null
    /** Header fields that belong to this request: see responses.ts. */
    own: HeaderFields
  }
}
type Ctx = Context<Env>
type Method = 'GET' | 'POST'

const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
const EXPOSED = 'RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy, Retry-After, X-Request-Id'

/** @throws on a bad allowed origin or missing copy: what is wrong is said at the start, not to a visitor. */
export function createApp(deps: AppDeps): App {
  const { assistant, knowledge } = deps
  const ask = createAsk(deps)
  const makeProblem = createProblems(assistant)
  const faqOf = createFaq(knowledge, assistant)
  const origins = createOriginPolicy(deps.allowedOrigins)
  const suggestions = { en: assistant.suggestions('en'), es: assistant.suggestions('es') }
  const articles = knowledge.articles.map(({ id, sha256 }) => ({ id, sha256 }))
  const { version, approval } = knowledge
  const health: Health = { status: 'ok', knowledge: deps.knowledgeSha256, version, approval, articles }

  const app: App = new Hono()

  app.use(async (c, next) => {
    const started = performance.now()
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    c.set('own', { 'X-Request-Id': requestId })
    c.set('route', '(none)')
    c.set('kind', null)
    await next()
    const { status } = c.res
    const ms = Math.round((performance.now() - started) * 100) / 100
    const route = c.get('route')
    // A method is the visitor's text too: only those HTTP knows are written down.
    const method = KNOWN_METHODS.has(c.req.method) ? c.req.method : 'OTHER'
    deps.log({ event: 'request', method, route, status, ms, requestId })
    deps.metrics?.observe({ method, route, status, seconds: ms / 1000, kind: c.get('kind') })
  })

  app.use('/api/*', async (c, next) => {
    const origin = c.req.header('origin')
    const isAllowed = origin === undefined || origins.allows(origin, c.req.header('host') ?? '')
    c.set('own', { ...c.get('own'), ...fieldsForOrigins(isAllowed ? (origin ?? null) : null) })
    if (!isAllowed) return refuse(c, { slug: 'origin-not-allowed' })
    const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined
    if (isPreflight) return preflightResponse(c.get('own'))
    return next()
  })

  route('/api/ask', ['POST'], async (c) => {
    const client = clientKey(deps.addressOf(c.req.raw, c.env))
    const asked = await ask(c.req.raw, client, (thrown) => deps.log(errorLine(thrown, c.get('requestId'))))
    const headers = asked.allowance ? rateLimitHeaders(asked.allowance) : {}
    if (asked.served) {
      c.set('kind', asked.reply.kind)
      return jsonResponse(asked.reply, c.get('own'), { 'Cache-Control': NO_STORE, ...headers })
    }
    const problem = makeProblem(asked.refusal, asked.lang ?? langOf(c), deps.now(), asked.wasTriaged)
    return problemResponse(problem, c.get('own'), headers)
  })

  route('/api/suggestions', ['GET'], (c) => {
    const locale = parseLocale(c.req.query('locale'))
    if (!locale.fits) return refuse(c, refusalOf([{ kind: 'invalid-field', field: 'locale' }]))
    const headers = { 'Cache-Control': SHORT_CACHE, Vary: 'Accept-Language' }
    return jsonResponse(suggestions[locale.lang ?? langOf(c)], c.get('own'), headers)
  })

  route('/healthz', ['GET'], (c) => jsonResponse(health, c.get('own'), { 'Cache-Control': NO_STORE }))

  const { metrics } = deps
  if (metrics)
    route('/metrics', ['GET'], (c) => {
      if (metrics.mayRead(c.req.header('authorization'))) return metricsResponse(metrics.render(), c.get('own'))
      return refuse(c, { slug: 'unauthorized' }, { 'WWW-Authenticate': 'Bearer' })
    })

  route('/openapi.json', ['GET'], (c) =>
    jsonResponse(openApiDocument(originOf(c), deps.version), c.get('own'), {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': SHORT_CACHE,
    }),
  )

  route('/reference', ['GET'], (c) => {
    const page = renderReferencePage(knowledge.clinic.name, assistant.handoff('en', deps.now()), assistant.say)
    return pageResponse(page, c.get('own'), FOR_THE_REFERENCE_PAGE)
  })

  route('/', ['GET'], (c) => {
    // Other articles have pages of their own; the one that names this page as its own is shown here.
    const article = knowledge.articles.find(({ url }) => url === '/') ?? knowledge.articles[0]
    if (!article) return refuse(c, { slug: 'not-found' })
    const { name, phone } = knowledge.clinic
    const isDemonstration = isDemonstrationNumber(phone)
    const handoff = assistant.handoff(article.lang, deps.now())
    const { say } = assistant
    const page = renderArticlePage({ article, clinicName: name, handoff, say, origin: originOf(c), isDemonstration })
    return pageResponse(page, c.get('own'))
  })

  route('/faq', ['GET'], (c) => {
    const locale = parseLocale(c.req.query('locale'))
    if (!locale.fits) return refuse(c, refusalOf([{ kind: 'invalid-field', field: 'locale' }]))
    const faq = faqOf(locale.lang ?? langOf(c), deps.now())
    const page = renderFaqPage(faq, knowledge.clinic.name, assistant.say)
    return pageResponse(page, c.get('own'), { 'Content-Language': faq.lang, Vary: 'Accept-Language' })
  })

  route('/problems/:slug', ['GET'], (c) => {
    const slug = c.req.param('slug')
    if (!isProblemSlug(slug)) return refuse(c, { slug: 'not-found' })
    const problem = makeProblem(sampleRefusal(slug), langOf(c), deps.now(), true)
    return pageResponse(renderProblemPage(problem, knowledge.clinic.name, assistant.say), c.get('own'), {
      Vary: 'Accept-Language',
    })
  })

  app.notFound((c) => {
    const asset = deps.findAsset?.(c.req.path)
    if (asset) {
      c.set('route', '(file)')
      return isReading(c) ? assetResponse(asset, c.req.raw, c.get('own')) : otherMethod(c, ['GET'])
    }
    if (isReading(c) && deps.findAsset?.(`${c.req.path}/`)) return redirectResponse(`${c.req.path}/`, c.get('own'))
    return refuse(c, { slug: 'not-found' })
  })

  app.onError((thrown, c) => {
    deps.log(errorLine(thrown, c.get('requestId')))
    return refuse(c, { slug: 'unexpected' })
  })

  return app

  function route(path: string, methods: readonly Method[], serve: (c: Ctx) => Response | Promise<Response>): void {
    app.all(path, (c) => {
      c.set('route', path)
      const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
      return methods.some((known) => known === method) ? serve(c) : otherMethod(c, methods)
    })
  }

  function otherMethod(c: Ctx, methods: readonly Method[]): Response {
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    if (c.req.method === 'OPTIONS') return methodsResponse(allowed, c.get('own'))
    return refuse(c, { slug: 'method-not-allowed', values: { methods: allowed } }, { Allow: allowed })
  }

  function refuse(c: Ctx, refusal: Refusal, headers: HeaderFields = {}): Response {
    const problem = makeProblem(refusal, langOf(c), deps.now(), c.req.path !== '/api/ask')
    return problemResponse(problem, c.get('own'), headers)
  }

  /** @param origin The page's, when it may read the response; `null` when there is none or it may not. */
  function fieldsForOrigins(origin: string | null): HeaderFields {
    if (origins.isOpen) return { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED }
    const fields = { 'Access-Control-Allow-Origin': origin ?? '', Vary: 'Origin' }
    return origin === null ? fields : { ...fields, 'Access-Control-Expose-Headers': EXPOSED }
  }

  function originOf(c: Ctx): string {
    return deps.publicOrigin ?? new URL(c.req.url).origin
  }
}

function isReading(c: Ctx): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD'
}

function langOf(c: Ctx): Lang {
  return languageOf(c.req.header('accept-language'))
}
