// The HTTP server on Node: time-outs, requests that are none, and a shutdown that finishes what it began.

import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Problem } from './contract.ts'
import type { Refusal } from './problems.ts'
import { problemResponse } from './responses.ts'

export interface NodeServerDeps {
  readonly fetch: (request: Request, platform: unknown) => Response | Promise<Response>
  /** A refusal for what never became a request. */
  readonly makeProblem: (refusal: Refusal) => Problem
}

/** Seconds within which headers and body have to arrive. A visitor's question is one packet. */
export const HEADERS_TIMEOUT_S = 10
export const REQUEST_TIMEOUT_S = 15
/** Bytes of all headers together. */
export const MAX_HEADER_BYTES = 16 * 1024

/** A server that is not listening yet. */
export function createNodeServer({ fetch, makeProblem }: NodeServerDeps): Server {
  const listener = getRequestListener((request, platform) => fetch(request, platform), {
    hostname: 'localhost', // for HTTP/1.0, which needs no Host
    errorHandler: () => problemResponse(makeProblem({ slug: 'malformed-http' })),
  })
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_S * 1000,
      requestTimeout: REQUEST_TIMEOUT_S * 1000,
      connectionsCheckingInterval: 1000,
      // Longer than common proxies keep theirs, or they would send into a connection that is just being closed.
      keepAliveTimeout: 65_000,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Node would refuse a missing Host itself, with an empty body and no handoff.
      requireHostHeader: false,
    },
    listener,
  )
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy()
    refuseOn(socket, makeProblem(refusalFor(error)))
  })
  // An `Expect` nobody knows is no reason to refuse a question.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  return server
}

/**
 * Takes no new connection, lets every request that has begun be answered, then resolves.
 *
 * @param graceMs After this long what is still open is cut.
 */
export async function closeGracefully(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // Connections kept alive after their last reply would hold the process for another minute.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

function refusalFor(error: NodeJS.ErrnoException): Refusal {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return { slug: 'headers-too-large', values: { limit: String(MAX_HEADER_BYTES) } }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { slug: 'request-timeout', values: { seconds: String(REQUEST_TIMEOUT_S) } }
    default:
      return { slug: 'malformed-http' }
  }
}

/** Writes a response by hand: there is no request to which one could belong. */
function refuseOn(socket: Duplex, problem: Problem): void {
  const body = JSON.stringify(problem)
  const fields = { ...Object.fromEntries(problemResponse(problem).headers), Connection: 'close' }
  const head = Object.entries({ ...fields, 'Content-Length': Buffer.byteLength(body) })
  const lines = head.map(([name, value]) => `${name}: ${value}`).join('\r\n')
  socket.end(`HTTP/1.1 ${problem.status} ${REASONS[problem.status] ?? 'Refused'}\r\n${lines}\r\n\r\n${body}`)
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
