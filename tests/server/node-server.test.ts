// The Node server through a real socket: what is no request is refused like one, and stopping loses no reply.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { closeGracefully, createNodeServer } from '../../server/node-server.ts'
import { createProblems } from '../../server/problems.ts'
import { problem } from '../../server/validate.ts'
import { createFakeAssistant } from './fake-assistant.ts'
import { expectProblem } from './problem-shape.ts'
import { tryApp } from './try-app.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await closeGracefully(server, 0)
})

type Fetch = Parameters<typeof createNodeServer>[0]['fetch']

async function listen(fetch: Fetch = tryApp().app.fetch): Promise<{ server: Server; port: number; base: string }> {
  const makeProblem = createProblems(createFakeAssistant())
  const server = createNodeServer({ fetch, makeProblem: (refusal) => makeProblem(refusal, 'en', new Date()) })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { server, port, base: `http://127.0.0.1:${port}` }
}

/** Sends bytes as they are and reads until the server closes the connection. */
function exchange(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(sent))
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

describe('what is no request', () => {
  const table: readonly [name: string, sent: string, status: number, slug: string][] = [
    ['noise', 'hello there\r\n\r\n', 400, 'malformed-http'],
    ['an unknown method', 'ASKME / HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'malformed-http'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'malformed-http',
    ],
    [
      'a length and chunks, as smugglers send',
      'POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'malformed-http',
    ],
    ['a line break in a header', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n', 400, 'malformed-http'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n', 400, 'malformed-http'],
  ]
  test.each(table)('is refused with the handoff: %s', async (_, sent, status, slug) => {
    const { port } = await listen()
    const [head = '', body = ''] = (await exchange(port, sent)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head.toLowerCase()).toContain('content-type: application/problem+json')
    const said = problem.parse(JSON.parse(body))
    expect([said.status, said.type]).toEqual([status, `/problems/${slug}`])
    expect(said.handoff.phone.href).toBe('tel:+15615550100')
  })

  test('is not confused with what is merely old: HTTP/1.0 without a host is served', async () => {
    const { port } = await listen()
    expect(await exchange(port, 'GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 [\s\S]*"status":"ok"/)
  })

  test('is not confused with an expectation we do not know', async () => {
    const { port } = await listen()
    const sent = 'GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n'
    expect(await exchange(port, sent)).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('a body that is too large', () => {
  test('is refused before it has been sent', async () => {
    const { port } = await listen()
    const head =
      'POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{'
    const started = performance.now()
    const received = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(head))
      socket.once('data', (chunk) => {
        resolve(chunk.toString())
        socket.destroy()
      })
    })
    expect(received).toMatch(/^HTTP\/1\.1 413 /)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('leaves the next request of the same client served', async () => {
    const { base } = await listen()
    const ask = (question: string) =>
      fetch(`${base}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      })
    await expectProblem(await ask('a'.repeat(1_000_000)), 413, 'body-too-large')
    expect((await ask('what is anxiety')).status).toBe(200)
  })
})

describe('stopping', () => {
  test('answers every request that has begun, takes no new one, and ends', async () => {
    const { app } = tryApp()
    const slow: Fetch = async (request, platform) => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return app.fetch(request, platform as object)
    }
    const { base, server } = await listen(slow)
    const underWay = Array.from({ length: 20 }, () => fetch(`${base}/healthz`))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const stopped = closeGracefully(server, 5000)
    await expect(fetch(`${base}/healthz`)).rejects.toThrow()
    expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual(Array(20).fill(200))
    await stopped
  })

  test('does not wait for a visitor who never finishes the sentence', async () => {
    const { port, server } = await listen()
    const socket = connect(port, '127.0.0.1', () => socket.write('POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Le'))
    socket.on('error', () => {})
    await new Promise((resolve) => setTimeout(resolve, 50))
    const started = performance.now()
    await closeGracefully(server, 200)
    expect(performance.now() - started).toBeLessThan(1500)
    socket.destroy()
  })
})
