// A tiny assistant for the browser tests: the built files, and for POST /api/ask whatever the test says.
import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { AskRequest, Problem, Reply } from '../../server/contract.ts'
import { PUBLIC } from './built-widget.ts'

export interface Canned {
  readonly status?: number
  readonly body: Reply | Problem | string
  readonly delayMs?: number
}
export type AnswerTo = (request: AskRequest) => Canned | 'hang' | 'hang-up'

export interface Assistant {
  readonly origin: string
  /** What was asked so far. */
  readonly asked: AskRequest[]
  /** Paths of all requests so far. */
  readonly requested: string[]
  answerTo: AnswerTo
  /** Files that are not there: paths that match answer 404. */
  missing: RegExp | null
  /** Without it the browser refuses replies to a foreign page. */
  allowsOrigin: boolean
  kill(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css' }

/** @param folder the files it serves. */
export const startAssistant = async (answerTo: AnswerTo, folder = PUBLIC): Promise<Assistant> => {
  const assistant: Omit<Assistant, 'origin' | 'kill'> = {
    asked: [],
    requested: [],
    answerTo,
    missing: null,
    allowsOrigin: true,
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://assistant').pathname
    assistant.requested.push(path)
    if (assistant.allowsOrigin || !path.startsWith('/api')) response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', 'content-type')
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else if (path === '/api/ask') ask(request, response)
    else file(path, response)
  })

  const ask = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body: AskRequest = JSON.parse(Buffer.concat(chunks).toString())
    assistant.asked.push(body)
    const canned = assistant.answerTo(body)
    if (canned === 'hang') return
    if (canned === 'hang-up') return request.socket.destroy()
    if (canned.delayMs) await new Promise((resolve) => setTimeout(resolve, canned.delayMs))
    response.writeHead(canned.status ?? 200, { 'content-type': 'application/json' })
    response.end(typeof canned.body === 'string' ? canned.body : JSON.stringify(canned.body))
  }

  const file = (path: string, response: ServerResponse) => {
    try {
      if (assistant.missing?.test(path)) throw new Error('missing on purpose')
      const bytes = readFileSync(join(folder, normalize(path)))
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  }

  const origin = await listen(server)
  return Object.assign(assistant, { origin, kill: () => stop(server) })
}

export interface HostPage {
  readonly origin: string
  close(): Promise<void>
}

/** A page of somebody else's, on another origin. `pages`: path → HTML. */
export const startHostPage = async (
  pages: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<HostPage> => {
  const server = createServer((request, response) => {
    const html = pages[new URL(request.url ?? '/', 'http://page').pathname]
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(html)
  })
  return { origin: (await listen(server)).replace('127.0.0.1', 'localhost'), close: () => stop(server) }
}

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

const stop = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
