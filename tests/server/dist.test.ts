// The folder that `npm run build` makes, copied alone to another place and run by the Node of this machine.
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { startServer, stopServer } from '../running-server.ts'

const root = join(import.meta.dirname, '../..')
const build = (...options: readonly string[]) =>
  promisify(execFile)(process.execPath, ['server/build-cli.ts', '--as-is', ...options], { cwd: root })

/** The Node that is installed here, not the one in node_modules that `npm test` puts first on the path. */
const hostNode = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find(existsSync)
const version = hostNode ? execFileSync(hostNode, ['--version'], { encoding: 'utf8' }).trim() : 'none'

let alone: string
let server: RunningServer | undefined
beforeAll(async () => {
  await build('--demo')
  alone = mkdtempSync(join(tmpdir(), 'clinic-chat-dist-'))
  cpSync(join(root, 'dist'), alone, { recursive: true })
}, 60_000)
afterAll(() => {
  server?.process.kill('SIGKILL')
  rmSync(alone, { recursive: true, force: true })
})

describe('npm run build', () => {
  test('refuses a number that reaches nobody, and says which word releases a demonstration', async () => {
    const refusal = await build().catch((error: { code: number; stderr: string }) => error)
    expect(refusal).toMatchObject({ code: 1 })
    expect(refusal.stderr).toMatch(/"phone": "\+15615550100" .* say --demo/)
  })

  test('needs nothing but its folder: no node_modules, no dependencies to install', () => {
    expect(readdirSync(alone)).not.toContain('node_modules')
    const manifest = JSON.parse(readFileSync(join(alone, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ name: 'clinic-chat', type: 'module', engines: { node: '>=20.19' } })
    expect(manifest.dependencies).toBeUndefined()
    const imports = readFileSync(join(alone, 'server.js'), 'utf8').matchAll(/^import .*?from ["']([^"']+)["']/gm)
    expect(
      [...imports]
        .map(([, name]) => name)
        .filter((name) => !/^(node:)?(http2?|https|net|fs|path|url|zlib|crypto|stream|module)\b/.test(name ?? '')),
    ).toEqual([])
  })

  test.skipIf(!hostNode)(
    `makes a server that starts and answers on the Node of this machine (${version})`,
    async () => {
      server = await startServer({ LOG_REQUESTS: '0' }, join(alone, 'server.js'), ...(hostNode ? [hostNode] : []))
      const { base } = server
      const response = await fetch(`${base}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question: 'what is a panic attack' }),
      })
      expect(await response.json()).toMatchObject({ kind: 'answer', entry: 'panic-disorder' })
      expect((await fetch(`${base}/widget.js`)).status).toBe(200)
      expect((await fetch(base)).status).toBe(200)
      expect(await stopServer(server)).toBe(0)
    },
  )
})
