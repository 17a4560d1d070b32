// One contestant of bench:server in a process of its own: "bare" Hono, our route with a "constant" core, "ours", or ours "timed".
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Assistant } from '../../server/answer/answer.ts'
import { createAssistant } from '../../server/answer/answer.ts'
import { createApp } from '../../server/app.ts'
import { createMemoryRateLimit } from '../../server/rate-limit.ts'
import { answersFile, askRequest } from '../../server/validate.ts'

const root = join(import.meta.dirname, '../..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const knowledge = answersFile.parse(json('knowledge/answers.json'))
const built = [knowledge, json('knowledge/safety.json'), json('server/model.json')] as Parameters<
  typeof createAssistant
>
const assistant = createAssistant(...built)
const constant = assistant.answer({ question: 'What is panic disorder?' }, new Date())

/** The least that parses and validates the same body and sends a reply of the same size. */
function bare(): Hono {
  const app = new Hono()
  app.post('/api/ask', async (c) => {
    const parsed = askRequest.safeParse(await c.req.json())
    return parsed.success ? c.json(constant) : c.json({ error: 'no' }, 422)
  })
  return app
}

/** Everything the Node entry switches on, the log too: it is written, to nowhere. */
function ours(core: Assistant) {
  return createApp({
    assistant: core,
    knowledge,
    knowledgeSha256: '0'.repeat(64),
    version: '0.0.0',
    allowedOrigins: [],
    rateLimit: createMemoryRateLimit(1_000_000),
    addressOf: () => '127.0.0.1',
    findAsset: () => undefined,
    publicOrigin: null,
    now: () => new Date(),
    log: (line) => void JSON.stringify(line),
    metrics: null,
  })
}

/** Times the core where it serves: between two questions the caches fill with the work of sending them. */
const coreMs: number[] = []
const timed: Assistant = {
  ...assistant,
  answer(request, now) {
    const started = performance.now()
    const reply = assistant.answer(request, now)
    coreMs.push(performance.now() - started)
    return reply
  },
}

const contestants = {
  bare,
  constant: () => ours({ ...assistant, answer: () => constant }),
  ours: () => ours(assistant),
  timed: () => ours(timed),
} as const
export type Contestant = keyof typeof contestants

const [, , name = 'ours'] = process.argv
const { fetch } = contestants[name as Contestant]() // named by bench:server
const server = createServer(getRequestListener((request, platform) => fetch(request, platform)))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ heapUsed, rss, coreMs: coreMs.splice(0) })
})
process.on('disconnect', () => process.exit())
