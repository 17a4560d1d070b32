// The kinds of response we send, each with the headers its kind needs. One plain object of headers each, never mended afterwards.
import type { Problem } from './contract.ts'
import { ALWAYS, FOR_OTHER_SITES, FOR_OUR_PAGES, NO_STORE, SHORT_CACHE } from './headers.ts'

/**
 * Header fields by name. `own` are those of one request (its id, what other origins may read); they are merged here and
 * not set on the finished response, because making a `Headers` of it costs as much as the rest of a small reply.
 */
export type HeaderFields = Readonly<Record<string, string>>

export function jsonResponse(body: object, own: HeaderFields, headers: HeaderFields): Response {
  const fields = { ...ALWAYS, ...FOR_OTHER_SITES, 'Content-Type': 'application/json' }
  return new Response(JSON.stringify(body), { headers: merge(fields, headers, own) })
}

/** RFC 9457. Readable from any page unless `own` says otherwise: a chunk that is missing is missed on somebody else's. */
export function problemResponse(problem: Problem, own: HeaderFields = {}, headers: HeaderFields = {}): Response {
  const fields = {
    ...ALWAYS,
    ...FOR_OTHER_SITES,
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': NO_STORE,
    'Content-Language': problem.lang,
    'Content-Type': 'application/problem+json',
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers: merge(fields, headers, own) })
}

export function pageResponse(document: string, own: HeaderFields, headers: HeaderFields = {}): Response {
  const fields = {
    ...ALWAYS,
    ...FOR_OUR_PAGES,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': SHORT_CACHE,
  }
  return new Response(document, { headers: merge(fields, headers, own) })
}

/** Prometheus' text format. */
export function metricsResponse(text: string, own: HeaderFields): Response {
  const fields = {
    ...ALWAYS,
    ...FOR_OTHER_SITES,
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    'Cache-Control': NO_STORE,
  }
  return new Response(text, { headers: merge(fields, {}, own) })
}

/** Answers OPTIONS: which methods there are. */
export function methodsResponse(allowed: string, own: HeaderFields): Response {
  return new Response(null, { status: 204, headers: merge(ALWAYS, { Allow: allowed }, own) })
}

/** Answers a browser that asks whether a page of another origin may send JSON. */
export function preflightResponse(own: HeaderFields): Response {
  const fields = {
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Content-Type',
    // A day, as long as any browser keeps it: one question, one request.
    'Access-Control-Max-Age': '86400',
  }
  return new Response(null, { status: 204, headers: merge(ALWAYS, fields, own) })
}

/** Points to where the same thing is, with the method unchanged. */
export function redirectResponse(location: string, own: HeaderFields): Response {
  return new Response(null, { status: 308, headers: merge(ALWAYS, { Location: location }, own) })
}

/** Later fields win; what a response varies by adds up. An empty `Access-Control-Allow-Origin` takes it back. */
export function merge(...parts: readonly HeaderFields[]): Record<string, string> {
  const fields: Record<string, string> = Object.assign({}, ...parts)
  const vary = parts.flatMap((part) => part.Vary ?? [])
  if (vary.length > 1) fields.Vary = vary.join(', ')
  if (fields['Access-Control-Allow-Origin'] === '') delete fields['Access-Control-Allow-Origin']
  return fields
}
