// Asks a server over raw sockets, so that the asking costs little beside the answering: as fast as it can, or at a given rate.
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { Worker } from 'node:worker_threads'

export interface Load {
  readonly port: number
  /** Bodies of POST /api/ask, sent in rotation. */
  readonly bodies: readonly string[]
  readonly connections: number
}

export interface Measured {
  readonly asks: number
  readonly seconds: number
  /** Round trips in milliseconds, ascending. */
  readonly latenciesMs: readonly number[]
  /** Responses whose status was not 200. */
  readonly refused: number
}

/** Every connection sends its next question when the last was answered. */
export async function saturate(
  load: Load,
  stop: { readonly afterMs: number } | { readonly afterAsks: number },
): Promise<Measured> {
  const requests = load.bodies.map(requestOf)
  const latenciesMs: number[] = []
  let sent = 0
  let refused = 0
  const started = performance.now()
  const isOver = () => ('afterMs' in stop ? performance.now() - started >= stop.afterMs : sent >= stop.afterAsks)
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      const client = await open(load.port)
      while (!isOver()) {
        const request = requests[sent++ % requests.length] ?? ''
        const asked = performance.now()
        if ((await client.ask(request)) !== 200) refused += 1
        latenciesMs.push(performance.now() - asked)
      }
      client.close()
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return { asks: latenciesMs.length, seconds, latenciesMs: latenciesMs.toSorted((a, b) => a - b), refused }
}

/**
 * Sends at a steady rate whatever the server does, evenly. A latency counts from the moment the question was to be sent,
 * with or without a free connection, so that a server that stalls is not spared the questions that would have come
 * meanwhile. Only the sender's own lateness (pacer.ts) is not counted.
 */
export async function steady(load: Load, perSecond: number, seconds: number): Promise<Measured> {
  const requests = load.bodies.map(requestOf)
  const clients = await Promise.all(Array.from({ length: load.connections }, () => open(load.port)))
  const idle = [...clients]
  const due: number[] = []
  const latenciesMs: number[] = []
  let refused = 0
  let sent = 0
  const total = Math.floor(perSecond * seconds)
  const pacer = new Worker(new URL('./pacer.ts', import.meta.url), { workerData: 1000 / perSecond })
  const started = performance.now()

  await new Promise<void>((resolve) => {
    const serve = () => {
      while (due.length > 0 && idle.length > 0) {
        const client = idle.pop()
        const at = due.shift()
        if (!client || at === undefined) return
        void client.ask(requests[sent++ % requests.length] ?? '').then((status) => {
          if (status !== 200) refused += 1
          latenciesMs.push(performance.now() - at)
          idle.push(client)
          if (latenciesMs.length === total) resolve()
          else serve()
        })
      }
    }
    let scheduled = 0
    pacer.on('message', () => {
      if (scheduled === total) return
      scheduled += 1
      due.push(performance.now())
      serve()
    })
  })
  await pacer.terminate()
  for (const client of clients) client.close()
  const took = (performance.now() - started) / 1000
  return { asks: total, seconds: took, latenciesMs: latenciesMs.toSorted((a, b) => a - b), refused }
}

export function quantile(ascending: readonly number[], q: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * q))] ?? Number.NaN
}

interface Client {
  /** Sends one request and resolves with the status of its response. */
  ask(request: string): Promise<number>
  close(): void
}

async function open(port: number): Promise<Client> {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let received = ''
  let answered: (status: number) => void = () => {}
  let failed: (error: Error) => void = () => {}
  // Latin 1: one character a byte, so that content-length can be counted in characters.
  socket.setEncoding('latin1')
  socket.on('error', (error) => failed(error))
  socket.on('data', (chunk: string) => {
    received += chunk
    const head = received.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = /content-length: (\d+)/i.exec(received.slice(0, head))?.[1]
    if (length === undefined) return failed(new Error('a response without content-length'))
    if (received.length < head + 4 + Number(length)) return
    const status = Number(received.slice(9, 12))
    received = ''
    answered(status)
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve
        failed = reject
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

function requestOf(body: string): string {
  const fields = ['POST /api/ask HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json']
  return [...fields, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n')
}
