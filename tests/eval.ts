// npm run eval: scores every golden set in process and prints one table. Nothing is tuned on these questions.
//
//   npm run eval                        all sets of tests/questions/
//   npm run eval -- round-2             only these
//   npm run eval -- --misses [set …]    with what went wrong
//   npm run eval -- --diff <revision>   every question whose reply has changed since then
//   npm run eval -- --typos             points lost when half of the words are misspelt
//   npm run eval -- --raise             and lifts the floors in tests/questions/floors.ts to what is reached now
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { assistantAt } from '../server/node-revisions.ts'
import { differences } from './eval-diff.ts'
import { tableOf } from './eval-table.ts'
import { clumsy, movedBy, SEEDS } from './eval-typos.ts'
import { askerOf, realAssistant } from './questions/assistant.ts'
import { createFaultFinder } from './questions/faults.ts'
import { belowFloor, raised } from './questions/floor-rules.ts'
import { FLOORS } from './questions/floors.ts'
import { gistOf } from './questions/gist.ts'
import type { Score } from './questions/score.ts'
import { score } from './questions/score.ts'
import { goldenSets } from './questions/sets.ts'

const FLOORS_FILE = join(import.meta.dirname, 'questions/floors.ts')
/** Letters of a question on a line. */
const MOST_SHOWN = 160

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    diff: { type: 'string' },
    typos: { type: 'boolean', default: false },
    raise: { type: 'boolean', default: false },
  },
})
const sets = goldenSets().filter(({ name }) => named.length === 0 || named.includes(name))
if (sets.length === 0)
  stop(
    `there is no set ${named.join(', ')}; write ${goldenSets()
      .map(({ name }) => name)
      .join(', ')}`,
  )

const { assistant, knowledge } = realAssistant()
const ask = askerOf(assistant)
const faultsOf = createFaultFinder(knowledge)

const started = performance.now()
const scores = sets.map((set) => score(set, ask, faultsOf))
console.log(tableOf(scores))
for (const one of scores) for (const below of belowFloor(one)) console.log(`below the floor: ${below}`)
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`)
if (options.misses) for (const one of scores) printMisses(one)
if (options.raise) raiseFloors()
if (options.typos) printTypos()
if (options.diff !== undefined) await printDifferences(options.diff)

function printMisses({ set, rows }: Score): void {
  for (const { id, turns, expect, outcome, reply, faults, isGood } of rows) {
    if (isGood) continue
    const fault = faults.length > 0 ? ` FAULT: ${faults.join(', ')}` : ''
    console.log(
      `${set} ${id} ${expect} → ${outcome} (${gistOf(reply)})${fault}: ${turns.join(' ▸ ').slice(0, MOST_SHOWN)}`,
    )
  }
}

function printTypos(): void {
  const misspelt = SEEDS.map((seed) =>
    sets.map((set) => {
      const turns = new Set(set.rows.flatMap((row) => row.turns))
      return score(set, clumsy(ask, turns, seed), faultsOf)
    }),
  )
  const moved = scores.map((one, at) =>
    movedBy(
      one,
      misspelt.flatMap((run) => run[at] ?? []),
    ),
  )
  console.log(`\nwith half of the words misspelt, points moved (mean of ${SEEDS.length} seeds)`)
  console.log(tableOf(moved, (points) => (points > 0 ? `+${points.toFixed(1)}` : points.toFixed(1))))
}

async function printDifferences(revision: string): Promise<void> {
  const { name, assistant } = await assistantAt(revision)
  const before = sets.map((set) => score(set, askerOf(assistant), faultsOf))
  console.log(`\nsince ${name}`)
  for (const line of differences(before, scores)) console.log(line)
}

/** Rewrites the table, and leaves sets alone that are not scored now. */
function raiseFloors(): void {
  const lifted = { ...FLOORS, ...Object.fromEntries(scores.map((one) => [one.set, raised(one)])) }
  const lines = Object.entries(lifted).map(([set, figures]) => `  '${set}': ${JSON.stringify(figures)},`)
  const [head = ''] = readFileSync(FLOORS_FILE, 'utf8').split(/(?<=const FLOORS[^\n]*)\n/)
  writeFileSync(FLOORS_FILE, `${head}\n${lines.join('\n')}\n}\n`)
  execFileSync('biome', ['check', '--write', FLOORS_FILE], { stdio: 'inherit' })
}

function stop(why: string): never {
  console.error(`[clinic-chat] ${why}`)
  process.exit(2)
}
