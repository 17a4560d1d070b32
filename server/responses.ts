// The kinds of response we write ourselves, JSON, problem, page and plain text, each with the headers its kind needs.
import type { Problem } from './contract.ts'
import { FOR_OTHER_SITES, FOR_OUR_PAGES, NO_STORE, SHORT_CACHE } from './headers.ts'

type HeaderFields = Readonly<Record<string, string>>

export function jsonResponse(body: object, headers: HeaderFields): Response {
  return new Response(JSON.stringify(body), {
    headers: { ...FOR_OTHER_SITES, 'Content-Type': 'application/json', ...headers },
  })
}

/** RFC 9457. Readable from any page, because a chunk that is missing is missed on somebody else's. */
export function problemResponse(problem: Problem, headers: HeaderFields = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...FOR_OTHER_SITES,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': NO_STORE,
      'Content-Language': problem.lang,
      'Content-Type': 'application/problem+json',
      ...headers,
    },
  })
}

export function pageResponse(document: string, headers: HeaderFields = {}): Response {
  return new Response(document, {
    headers: {
      ...FOR_OUR_PAGES,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': SHORT_CACHE,
      ...headers,
    },
  })
}

export function textResponse(text: string): Response {
  return new Response(text, {
    headers: {
      ...FOR_OTHER_SITES,
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': NO_STORE,
    },
  })
}

/** Answers a browser that asks whether a page of another origin may send JSON. */
export function preflightResponse(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'Content-Type',
      // A day, as long as any browser keeps it: one question, one request.
      'Access-Control-Max-Age': '86400',
    },
  })
}
