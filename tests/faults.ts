// npm run test:faults: what goes wrong on the open internet, done to a running server, and what it does then.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMemoryRateLimit } from '../server/rate-limit.ts'
import type { RunningServer } from './running-server.ts'
import { runToEnd, startServer, stopServer } from './running-server.ts'
import { realApp } from './server/real-app.ts'

const QUESTION = JSON.stringify({ question: 'what is a panic attack' })
const HEAD = 'POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'

/** What must happen, and what did. Throws when the server is gone. */
type Fault = readonly [name: string, must: string, done: (server: RunningServer) => Promise<boolean>]

const faults: readonly Fault[] = [
  [
    '200 clients that send one header byte a second',
    'others are answered at once; they are refused with 408 and the handoff within 15 s',
    async (server) => {
      const slow = await Promise.all(Array.from({ length: 200 }, () => open(server.port)))
      const drip = setInterval(() => {
        for (const { socket } of slow) if (socket.writable) socket.write('a')
      }, 1000)
      for (const { socket } of slow) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')
      const wasQuick = await answersWithin(server, 500)
      const ends = await Promise.all(slow.map(({ closed }) => Promise.race([closed, sleep(15_000, null)])))
      clearInterval(drip)
      return wasQuick && ends.every((said) => said !== null && hasHandoff(said, 408))
    },
  ],
  [
    '200 clients that never finish their body',
    'others are answered at once; they are refused with 408 and the handoff within 20 s',
    async (server) => {
      const slow = await Promise.all(Array.from({ length: 200 }, () => open(server.port)))
      for (const { socket } of slow) socket.write(`${HEAD}Content-Length: 1000\r\n\r\n{"question":"`)
      const wasQuick = await answersWithin(server, 500)
      const ends = await Promise.all(slow.map(({ closed }) => Promise.race([closed, sleep(20_000, null)])))
      return wasQuick && ends.every((said) => said !== null && hasHandoff(said, 408))
    },
  ],
  [
    '500 connections that send nothing',
    'others are answered at once',
    async (server) => {
      const silent = await Promise.all(Array.from({ length: 500 }, () => open(server.port)))
      const wasQuick = await answersWithin(server, 500)
      for (const { socket } of silent) socket.destroy()
      return wasQuick
    },
  ],
  [
    '500 clients that hang up in the middle',
    'nothing is logged as a bug; others are answered',
    async (server) => {
      for (let i = 0; i < 500; i++) {
        const { socket } = await open(server.port)
        socket.write(
          i % 2
            ? `${HEAD}Content-Length: ${QUESTION.length}\r\n\r\n${QUESTION}`
            : `${HEAD}Content-Length: 500\r\n\r\n{`,
        )
        socket.resetAndDestroy()
      }
      await sleep(200)
      return !server.printed.out.includes('"error"') && (await answersWithin(server, 500))
    },
  ],
  [
    'headers of 20 kB',
    '431 with the handoff',
    async (server) =>
      hasHandoff(await exchange(server, `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`), 431),
  ],
  [
    'requests that are none: noise, TLS, two lengths, a length with chunks, a null byte',
    '400 with the handoff',
    async (server) => {
      const sent = [
        'what is anxiety?\r\n\r\n',
        '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
        `${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
        `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
        'GET / HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n',
      ]
      const said = await Promise.all(sent.map((bytes) => exchange(server, bytes)))
      return said.every((response) => hasHandoff(response, 400))
    },
  ],
  [
    'a body of 10 MB',
    '413 with the handoff, before it has all been sent',
    async (server) =>
      hasHandoff(await exchange(server, `${HEAD}Content-Length: 10000000\r\n\r\n${'a'.repeat(65_536)}`, true), 413),
  ],
  [
    '10,000 distinct clients in a minute',
    'each is answered; memory grows by less than 50 MB',
    async (server) => {
      const before = await memoryOf(server)
      const statuses = new Map<number, number>()
      for (let from = 0; from < 10_000; from += 50) {
        const batch = Array.from({ length: 50 }, (_, i) =>
          ask(server, `10.${(from + i) >> 16}.${((from + i) >> 8) & 255}.${(from + i) & 255}`),
        )
        for (const status of await Promise.all(batch)) statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
      return statuses.get(200) === 10_000 && (await memoryOf(server)) - before < 50e6
    },
  ],
]

const alone: readonly (readonly [name: string, must: string, done: () => Promise<boolean>])[] = [
  [
    'SIGTERM under load',
    'every reply that was begun arrives whole; exit code 0 within 2 s',
    async () => {
      const server = await startServer({ LOG_REQUESTS: '0' })
      const outcomes: string[] = []
      let isStopping = false
      const load = Promise.all(
        Array.from({ length: 20 }, async () => {
          while (!isStopping) outcomes.push(await outcomeOf(server))
        }),
      )
      await sleep(500)
      isStopping = true
      const started = performance.now()
      const code = await stopServer(server)
      const tookMs = performance.now() - started
      await load
      return code === 0 && tookMs < 2000 && outcomes.length > 100 && outcomes.every((outcome) => outcome === 'whole')
    },
  ],
  [
    'a clock that jumps: forwards, backwards, over both changes of daylight saving time',
    'every question is answered, and the rate limit lets nobody wait longer than a minute',
    async () => {
      const moments = [
        '2026-03-08T06:58:30Z',
        '2026-03-08T07:00:00Z',
        '2026-11-01T05:59:59Z',
        '2026-11-01T06:01:00Z',
        '2001-01-01T00:00:00Z',
        '2096-02-29T12:00:00Z',
      ]
      let now = new Date()
      const { ask } = realApp({ now: () => now, rateLimit: createMemoryRateLimit(1) })
      for (const moment of moments) {
        now = new Date(moment)
        const [first, second] = [await ask({ question: 'what is anxiety' }), await ask({ question: 'what is anxiety' })]
        const waitSeconds = Number(second.headers.get('retry-after'))
        if (first.status !== 200 || second.status !== 429 || waitSeconds > 60) return false
      }
      return true
    },
  ],
  ...(['answers.json', 'safety.json', 'model.json'] as const).flatMap((file) =>
    (['missing', 'cut short', 'emptied'] as const).map(
      (harm) =>
        [
          `${file} ${harm}`,
          'refuses to start, in one line that names the file and the command',
          async () => {
            const folder = mkdtempSync(join(tmpdir(), 'clinic-chat-faults-'))
            cpSync(join(import.meta.dirname, '../dist'), folder, { recursive: true })
            const path = join(folder, file)
            if (harm === 'missing') rmSync(path)
            else writeFileSync(path, harm === 'emptied' ? '{}' : '{"articles": [')
            const { code, said } = await runToEnd({ PORT: '0' }, join(folder, 'server.js'))
            rmSync(folder, { recursive: true })
            return (
              code === 1 &&
              said.includes(file) &&
              said.includes('npm run knowledge') &&
              said.trim().split('\n').length === 1
            )
          },
        ] as const,
    ),
  ),
  [
    'a port that is taken',
    'refuses to start, in one line that says so',
    async () => {
      const server = await startServer()
      const { code, said } = await runToEnd({ PORT: String(server.port) })
      await stopServer(server)
      return code === 1 && said.includes('is taken') && said.trim().split('\n').length === 1
    },
  ],
]

let failed = 0
for (const [name, must, done] of faults) {
  const server = await startServer({ TRUSTED_PROXIES: '1', ASK_RATE_LIMIT: '30' })
  const held = await done(server).catch(() => false)
  const isAlive = server.process.exitCode === null && (await answersWithin(server, 1000))
  report(name, must, held && isAlive, isAlive ? '' : ' (the server did not survive)')
  await stopServer(server, 'SIGKILL')
}
for (const [name, must, done] of alone) report(name, must, await done().catch(() => false))
console.log(`${faults.length + alone.length - failed} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1

function report(name: string, must: string, held: boolean, note = ''): void {
  if (!held) failed += 1
  console.log(`${held ? 'holds' : 'FAILS'}  ${name}\n       → ${must}${note}`)
}

interface Line {
  readonly socket: Socket
  /** Everything received, once the connection is closed. */
  readonly closed: Promise<string>
}

async function open(port: number): Promise<Line> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk
  })
  socket.on('error', () => {})
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(received)))
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  return { socket, closed }
}

/** Sends bytes as they are; resolves with what came back when the server closes, or with the first response. */
async function exchange(server: RunningServer, bytes: string, isFirstEnough = false): Promise<string> {
  const { closed, socket } = await open(server.port)
  socket.write(bytes, 'latin1')
  const first = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(chunk.toString())))
  const said = await Promise.race([isFirstEnough ? first : closed, sleep(5000, '')])
  socket.destroy()
  return said
}

function hasHandoff(response: string, status: number): boolean {
  return response.startsWith(`HTTP/1.1 ${status} `) && /"handoff":\{.*"href":"tel:\+\d+"/.test(response)
}

function ask(server: RunningServer, address = '192.0.2.1'): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
    const sent = request({ port: server.port, path: '/api/ask', method: 'POST', headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', () => resolve(0))
    sent.end(QUESTION)
  })
}

async function answersWithin(server: RunningServer, ms: number): Promise<boolean> {
  const started = performance.now()
  return (await ask(server, '198.51.100.7')) === 200 && performance.now() - started < ms
}

/** A reply counts as lost only if the server had taken the connection: refused ones were never begun. */
async function outcomeOf(server: RunningServer): Promise<'whole' | 'lost'> {
  try {
    const response = await fetch(`${server.base}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: QUESTION,
    })
    return (await response.json()).handoff ? 'whole' : 'lost'
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null
    return cause && 'code' in cause && cause.code === 'ECONNREFUSED' ? 'whole' : 'lost'
  }
}

/** Resident memory in bytes. Linux only; elsewhere the growth counts as none. */
async function memoryOf(server: RunningServer): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
}
