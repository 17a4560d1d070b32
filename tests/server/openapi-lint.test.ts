// /openapi.json as a linter for such documents reads it: the command of the README, against a running server.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { startServer, stopServer } from '../running-server.ts'

const root = join(import.meta.dirname, '../..')
let server: RunningServer
beforeAll(async () => {
  server = await startServer({ LOG_REQUESTS: '0' })
}, 30_000)
afterAll(() => stopServer(server))

test('redocly lint finds neither an error nor a warning in the interface’s description', {
  timeout: 60_000,
}, async () => {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const lint = ['node_modules/@redocly/cli/bin/cli.js', 'lint', `${server.base}/openapi.json`]
  const { stderr, stdout } = await promisify(execFile)(process.execPath, lint, { cwd: root, env })
  expect(`${stdout}${stderr}`).toContain('Your API description is valid')
  expect(`${stdout}${stderr}`).not.toMatch(/warning/i)
})
