// npm run bench:server: what our route costs beside a bare one, what it bears, and whether its memory stays flat; written
// into decisions/. --quick leaves out memory and writes nothing.
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { knowledge as knowledgeSchema } from '../../knowledge/schema.ts'
import { NODE_FLAGS } from '../../server/node-flags.ts'
import type { Load } from './load.ts'
import { quantile, saturate, steady } from './load.ts'
import type { Contestant } from './server-contestant.ts'
import type { Judged, Memory, ServerTable } from './server-table.ts'
import { judge, serverTable } from './server-table.ts'

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const ROUNDS = 5
const ROUND_MS = 2000
const CONNECTIONS = 32
const QUESTIONS = 2000
const MEMORY_ASKS = 200_000
const WARM_ASKS = 20_000

const root = join(import.meta.dirname, '../..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const knowledge = knowledgeSchema.parse(json('knowledge/knowledge.json'))
const authored = [...knowledge.entries, ...knowledge.gaps].flatMap(({ phrasings: { en, es } }) => [...en, ...es])
const questions = Array.from(
  { length: QUESTIONS },
  (_, i) => authored[Math.floor((i * authored.length) / QUESTIONS)] ?? '',
)
const bodies = questions.map((question) => JSON.stringify({ question }))

const ROWS = [
  ['bare', 'a. bare Hono route, same validation'],
  ['constant', 'b. our route, constant core'],
  ['ours', 'c. our route'],
] as const
/** Whoever else is at work on the machine shows in the tail first. */
const loadBefore = loadavg()[0] ?? Number.NaN
const names = ['bare', 'constant', 'ours', 'timed'] as const
const running = new Map<Contestant, { child: ChildProcess; port: number }>()
for (const name of names) running.set(name, await launch(name))
const loadOf = (name: Contestant, connections = CONNECTIONS): Load => ({
  port: running.get(name)?.port ?? 0,
  bodies,
  connections,
})

for (const name of names) await saturate(loadOf(name), { afterMs: ROUND_MS })
// Taken in turn, so that a machine that slows down slows all three.
const rates = new Map<Contestant, number[]>(names.map((name) => [name, []]))
const unloaded = new Map<Contestant, number[]>(names.map((name) => [name, []]))
for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) {
    const full = await saturate(loadOf(name), { afterMs: ROUND_MS })
    if (full.refused > 0) throw new Error(`${name} refused ${full.refused} asks`)
    rates.get(name)?.push(full.asks / full.seconds)
    unloaded.get(name)?.push(quantile((await saturate(loadOf(name, 1), { afterAsks: QUESTIONS })).latenciesMs, 0.5))
  }
}
const rate = (name: Contestant) => median(rates.get(name) ?? [])
const alone = (name: Contestant) => median(unloaded.get(name) ?? [])
const coreMs = await coreMedianMs()
// The bare route at the same rate shows what of the tail is this machine's: another busy process shows there too.
const tails = new Map<Contestant, number[]>([
  ['bare', []],
  ['ours', []],
])
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, p99s] of tails) {
    const { latenciesMs } = await steady(loadOf(name), rate('ours') / 2, ROUND_MS / 1000)
    p99s.push(quantile(latenciesMs, 0.99))
  }
}
const p99 = (name: Contestant) => median(tails.get(name) ?? [])

const table: ServerTable = {
  conditions: `Node ${process.version}, ${cpus().length} cores, ${CONNECTIONS} connections, ${QUESTIONS} questions in rotation, median of ${ROUNDS} rounds`,
  loadBefore,
  rows: ROWS.map(([name, what]) => ({ what, asksPerSecond: rate(name), medianMs: alone(name) })),
  coreMs,
  tail: { asksPerSecond: rate('ours') / 2, oursMs: p99('ours'), bareMs: p99('bare') },
}
const judged: Judged[] = [
  judge('b / a', rate('constant') / rate('bare'), '≥', 0.6),
  judge('(c − b) per ask / core', (alone('ours') - alone('constant')) / coreMs, '≤', 1.2),
  judge('p99 at half of c’s saturation / c’s unloaded median', p99('ours') / alone('ours'), '≤', 5),
  judge('c, asks per second', rate('ours'), '≥', 400),
]
const memory = options.quick ? null : await memoryOf(running.get('ours')?.child)
if (memory) {
  judged.push(judge('heap, growth', memory.after.heapUsed / memory.before.heapUsed - 1, '≤', 0.1))
  judged.push(judge('rss, growth', memory.after.rss / memory.before.rss - 1, '≤', 0.1))
}
for (const { child } of running.values()) child.disconnect()
const written = serverTable(table, judged, memory)
console.log(written)
// A round without memory is for looking at, not for keeping.
if (memory) writeFileSync(join(root, 'decisions/server-bench.md'), written)
if (judged.some(({ holds }) => !holds)) process.exitCode = 1

async function memoryOf(child: ChildProcess | undefined): Promise<Memory | null> {
  if (!child) return null
  await saturate(loadOf('ours'), { afterAsks: WARM_ASKS })
  const before = await stateOf(child)
  await saturate(loadOf('ours'), { afterAsks: MEMORY_ASKS - WARM_ASKS })
  return { warmAsks: WARM_ASKS, asks: MEMORY_ASKS, before, after: await stateOf(child) }
}

async function launch(name: Contestant): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, 'server-contestant.ts'), [name], {
    execArgv: ['--expose-gc', ...NODE_FLAGS],
  })
  const exit = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code} before it listened`)
  })
  const [{ port }] = await Promise.race([once(child, 'message'), exit])
  exit.catch(() => {}) // it ends when we disconnect
  return { child, port }
}

/** Asked alone, one question after the other, like the medians it is compared with. */
async function coreMedianMs(): Promise<number> {
  const child = running.get('timed')?.child
  if (!child) return Number.NaN
  await stateOf(child)
  await saturate(loadOf('timed', 1), { afterAsks: QUESTIONS })
  return median((await stateOf(child)).coreMs)
}

interface State {
  readonly heapUsed: number
  readonly rss: number
  /** Durations of the core's answers since this was last asked. */
  readonly coreMs: readonly number[]
}

async function stateOf(child: ChildProcess): Promise<State> {
  child.send('state')
  const [state] = await once(child, 'message')
  return state
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}
