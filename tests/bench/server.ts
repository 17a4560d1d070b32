// npm run bench:server: what our route costs beside a bare one, what it bears, and whether its memory stays flat. --quick leaves out memory.
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { knowledge as knowledgeSchema } from '../../knowledge/schema.ts'
import type { Load } from './load.ts'
import { quantile, saturate, steady } from './load.ts'
import type { Contestant } from './server-contestant.ts'

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

console.log(`Node ${process.version}, ${CONNECTIONS} connections, ${QUESTIONS} questions, median of ${ROUNDS} rounds`)
console.log('                                            asks/s   median ms, one connection')
for (const [letter, name, what] of [
  ['a', 'bare', 'bare Hono route, same validation'],
  ['b', 'constant', 'our route, constant core'],
  ['c', 'ours', 'our route'],
] as const)
  console.log(
    `(${letter}) ${what.padEnd(34)} ${rate(name).toFixed(0).padStart(10)} ${alone(name).toFixed(3).padStart(10)}`,
  )
console.log(`core, in the serving process                          ${coreMs.toFixed(3).padStart(10)}`)

let isFine = true
judge('b / a', rate('constant') / rate('bare'), '≥', 0.6)
judge('(c − b) per ask / core', (alone('ours') - alone('constant')) / coreMs, '≤', 1.2)
console.log(
  `p99 at ${(rate('ours') / 2).toFixed(0)} asks/s: ours ${p99('ours').toFixed(2)} ms, bare ${p99('bare').toFixed(2)} ms`,
)
judge('p99 at half load / unloaded median', p99('ours') / alone('ours'), '≤', 5)
judge('c, asks per second', rate('ours'), '≥', 400)
if (!options.quick) await judgeMemory()
for (const { child } of running.values()) child.disconnect()
if (!isFine) process.exitCode = 1

async function judgeMemory(): Promise<void> {
  const child = running.get('ours')?.child
  if (!child) return
  await saturate(loadOf('ours'), { afterAsks: WARM_ASKS })
  const before = await stateOf(child)
  await saturate(loadOf('ours'), { afterAsks: MEMORY_ASKS - WARM_ASKS })
  const after = await stateOf(child)
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  console.log(
    `memory after ${WARM_ASKS} asks: heap ${mb(before.heapUsed)}, rss ${mb(before.rss)}; after ${MEMORY_ASKS}: heap ${mb(after.heapUsed)}, rss ${mb(after.rss)}`,
  )
  judge('heap, growth', after.heapUsed / before.heapUsed - 1, '≤', 0.1)
  judge('rss, growth', after.rss / before.rss - 1, '≤', 0.1)
}

function judge(what: string, value: number, sign: '≤' | '≥', bound: number): void {
  const holds = sign === '≤' ? value <= bound : value >= bound
  if (!holds) isFine = false
  console.log(`${holds ? 'holds ' : 'FAILS '} ${what}: ${value.toFixed(2)} ${sign} ${bound}`)
}

async function launch(name: Contestant): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, 'server-contestant.ts'), [name], { execArgv: ['--expose-gc'] })
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
