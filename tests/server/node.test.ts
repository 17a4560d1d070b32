// The contract on Node, through the very entry that `npm start` runs, and that entry's beginning and end.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { runToEnd, startServer, stopServer } from '../running-server.ts'
import { contractSuite } from './contract-suite.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
}, 30_000)
afterAll(async () => {
  expect(await stopServer(server)).toBe(0)
})

contractSuite('node', (path, init) => fetch(`${server.base}${path}`, { redirect: 'manual', ...init }))

async function failToStart(environment: Readonly<Record<string, string>>): Promise<string> {
  const { code, said } = await runToEnd(environment)
  expect(code).toBe(1)
  return said
}

describe('the Node entry', { timeout: 30_000 }, () => {
  test('prints its address and, while the number is fictional, that it is a demonstration', () => {
    expect(server.printed.err).toMatch(/listening on http:\/\/127\.0\.0\.1:\d+/)
    expect(server.printed.err).toMatch(/a demonstration/)
  })

  test('logs one JSON object a line and never what was asked', async () => {
    await fetch(`${server.base}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'zebra-umbrella-4711' }),
    })
    const lines = server.printed.out.trim().split('\n')
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ event: 'request' })
    expect(server.printed.out + server.printed.err).not.toContain('zebra')
  })

  test('limits clients by their address, and believes no header about it', async () => {
    const limited = await startServer({ ASK_RATE_LIMIT: '1', LOG_REQUESTS: '0' })
    const ask = (forwardedFor: string) =>
      fetch(`${limited.base}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
        body: '{"question":"what is anxiety"}',
      })
    expect((await ask('192.0.2.1')).status).toBe(200)
    expect((await ask('192.0.2.2')).status).toBe(429)
    expect(limited.printed.out).toBe('')
    expect(await stopServer(limited, 'SIGINT')).toBe(0)
  })

  test('refuses to start on settings it cannot follow, all named at once', async () => {
    const said = await failToStart({ PORT: 'eighty', ALLOWED_ORIGIN: '*' })
    expect(said).toContain('PORT="eighty" is not a whole number')
    expect(said).toContain('did you mean ALLOWED_ORIGINS?')
    expect(said).not.toContain('    at ')
  })

  test('refuses to start on an origin that is none, on a taken port and on a foreign address', async () => {
    expect(await failToStart({ ALLOWED_ORIGINS: 'clinic.example' })).toContain('"clinic.example" is not an origin')
    const { port } = new URL(server.base)
    expect(await failToStart({ PORT: port })).toContain(`PORT=${port} on 127.0.0.1 is taken`)
    expect(await failToStart({ HOST: '192.0.2.1', PORT: '0' })).toContain('HOST="192.0.2.1" cannot be listened on')
  })
})
