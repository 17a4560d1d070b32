// The contract on Bun and on Deno, for whoever has them: the same entry, unchanged. Machines without them skip it and say so.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { NODE_ENTRY, startServer, stopServer } from '../running-server.ts'
import { contractSuite } from './contract-suite.ts'

const RUNTIMES = { bun: [], deno: ['run', '--allow-all'] } as const

for (const [name, options] of Object.entries(RUNTIMES)) {
  const command = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync)
  describe.skipIf(!command)(`${name}${command ? '' : ' is not installed here'}`, () => {
    let server: RunningServer
    beforeAll(async () => {
      server = await startServer({}, NODE_ENTRY, command ?? '', ...options)
    }, 30_000)

    contractSuite(name, (path, init) => fetch(`${server.base}${path}`, { redirect: 'manual', ...init }))

    test('ends when it is told to', async () => {
      expect(await stopServer(server)).toBe(0)
    })
    afterAll(() => {
      server.process.kill('SIGKILL')
    })
  })
}
