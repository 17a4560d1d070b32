// Starts the server in a process of its own, as a clinic would, and reads what it says.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface RunningServer {
  readonly process: ChildProcess
  readonly base: string
  readonly port: number
  /** What it has printed so far. */
  readonly printed: { out: string; err: string }
}

export const NODE_ENTRY = join(import.meta.dirname, '../server/node.ts')

/**
 * Resolves when it listens. Rejects with what it said when it refuses to start.
 *
 * @param runtime What runs the entry, with its options: Node unless said otherwise.
 */
export async function startServer(
  environment: Readonly<Record<string, string>> = {},
  entry: string = NODE_ENTRY,
  ...runtime: readonly string[]
): Promise<RunningServer> {
  const { child, printed } = run({ PORT: '0', ASK_RATE_LIMIT: '0', ...environment }, entry, runtime)
  const exit = once(child, 'exit').then(() => 'exit')
  for (;;) {
    const base = /http:\/\/\S+/.exec(printed.err)?.[0]
    if (base) return { process: child, base, port: Number(new URL(base).port), printed }
    if ((await Promise.race([exit, once(child.stderr, 'data')])) === 'exit') throw new Error(printed.err)
  }
}

/** Resolves with what it said and the code it ended with. */
export async function runToEnd(
  environment: Readonly<Record<string, string>>,
  entry: string = NODE_ENTRY,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { child, printed } = run(environment, entry, [])
  const [code] = await once(child, 'close')
  return { code, said: printed.err }
}

/** Resolves with the code it ends with after SIGTERM. */
export async function stopServer(server: RunningServer, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (server.process.exitCode !== null) return server.process.exitCode
  const ended = once(server.process, 'exit')
  server.process.kill(signal)
  return (await ended)[0]
}

function run(environment: Readonly<Record<string, string>>, entry: string, runtime: readonly string[]) {
  const [command = process.execPath, ...options] = runtime
  const child = spawn(command, [...options, entry], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    printed.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    printed.err += chunk
  })
  return { child, printed }
}
