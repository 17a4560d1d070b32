// npm run bench: our answers beside those of seven other engines, on the same phrasings and the same blind questions; the table goes to decisions/.
//
//   npm run bench               about twenty-five minutes
//   npm run bench -- --quick    a tenth of the time for each engine, to try it out: the table is printed and not written
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Model } from '../../server/answer/model.ts'
import { askerOf, realAssistant } from '../questions/assistant.ts'
import { createFaultFinder } from '../questions/faults.ts'
import { createRandom } from '../questions/random.ts'
import { score } from '../questions/score.ts'
import { lastBlindQuestions, ownersOf, phrasingsOf, sized } from './answers-corpus.ts'
import type { Contestant, Setting } from './answers-engine.ts'
import { putQuestions, qualityOf } from './answers-measure.ts'
import { ours } from './answers-ours.ts'
import { peersIn } from './answers-peers.ts'
import { brotliBytes, engineBytes } from './answers-size.ts'
import type { Grown, Line } from './answers-table.ts'
import { tableOf, VOTES } from './answers-table.ts'
import { tune } from './answers-tune.ts'

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const SEED = 20261123
const SIZES = [500, 5_000, 50_000] as const
const WARM_UP = 20
/** For one engine. Fuse takes seconds a question over all phrasings. */
const LIMITS_MS = options.quick
  ? { tuning: 2_000, questions: 10_000, grown: 3_000 }
  : { tuning: 30_000, questions: 150_000, grown: 15_000 }
const ROOT = join(import.meta.dirname, '../..')
const TABLE = join(ROOT, 'decisions/answer-bench.md')
/** What is written by hand stands above it and stays. */
const MEASURED = '## Measured'

const { assistant, knowledge } = realAssistant()
const model = JSON.parse(readFileSync(join(ROOT, 'server/model.json'), 'utf8')) as Model // our own trainer's file
const owners = ownersOf(knowledge)
// Mixed: what learns phrasing by phrasing would forget the first owners over the last.
const phrasings = createRandom(SEED).shuffled(phrasingsOf(owners))
const blind = lastBlindQuestions(createRandom(SEED))
const warmUp = phrasings.slice(0, WARM_UP)

const workshop = mkdtempSync(join(tmpdir(), 'clinic-chat-bench-answers-'))
try {
  const peers = peersIn(workshop)
  install(peers)
  const us = ours(knowledge, model)
  const lines: Line[] = [await lineOf(us, {}, null)]
  for (const peer of peers) {
    say(`${peer.name}: trying ${peer.settings.length} settings`)
    const tuned = await tune(peer, phrasings, owners, createRandom(SEED), LIMITS_MS.tuning)
    say(`${peer.name}: ${JSON.stringify(tuned.setting)}, ${tuned.folds} folds`)
    lines.push(await lineOf(peer, tuned.setting, tuned.right))
  }
  const whole = score(
    { kind: 'questions', name: 'blind', rows: blind.rows },
    askerOf(assistant),
    createFaultFinder(knowledge),
  )
  const table = tableOf({ lines, whole: whole.figures, blind, phrasings: phrasings.length, sizes: SIZES })
  console.log(table)
  if (!options.quick) write(table)
} finally {
  rmSync(workshop, { recursive: true, force: true })
}

async function lineOf(contestant: Contestant, setting: Setting, tunedRight: number | null): Promise<Line> {
  const { name } = contestant
  const began = performance.now()
  const engine =
    'asBuilt' in contestant
      ? (contestant as ReturnType<typeof ours>).asBuilt()
      : await contestant.build(phrasings, setting)
  const builtMs = performance.now() - began
  const { answers, latenciesMs } = await putQuestions(
    engine,
    blind.rows,
    LIMITS_MS.questions,
    warmUp.map(({ text }) => text),
  )
  const quality = qualityOf(answers, owners)
  const voted = qualityOf(answers, owners, VOTES)
  say(
    `${name}: ${(100 * quality.right).toFixed(1)} % right of ${answers.length} questions, ${(100 * voted.right).toFixed(1)} % by vote`,
  )
  const bytes = { engine: await engineBytes(contestant.entry, workshop), index: brotliBytes(engine.index()) }
  const grown: Grown[] = []
  for (const size of SIZES) grown.push(await growTo(size, contestant, setting))
  return {
    name,
    packages: contestant.packages,
    setting,
    tunedRight,
    builtMs,
    quality,
    voted,
    latenciesMs,
    bytes,
    grown,
  }
}

async function growTo(size: number, contestant: Contestant, setting: Setting): Promise<Grown> {
  say(`${contestant.name}: ${size} phrasings`)
  const began = performance.now()
  const engine = await contestant.build(sized(owners, size, createRandom(SEED)), setting)
  const builtMs = performance.now() - began
  const { answers, latenciesMs } = await putQuestions(engine, blind.rows, LIMITS_MS.grown)
  const isWhole = answers.length === blind.rows.length
  return {
    size,
    builtMs,
    latenciesMs,
    indexBytes: brotliBytes(engine.index()),
    right: isWhole ? qualityOf(answers, owners).right : null,
  }
}

/** Beside the project, never in it: nobody who uses the assistant should carry its rivals. */
function install(peers: readonly Contestant[]): void {
  const packages = [...new Set(peers.flatMap((peer) => peer.packages))]
  say(`installing ${packages.join(', ')} into ${workshop}`)
  writeFileSync(join(workshop, 'package.json'), '{ "private": true, "type": "module" }\n')
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--save-exact', ...packages], {
    cwd: workshop,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  symlinkSync(join(ROOT, 'node_modules/stemmer'), join(workshop, 'node_modules/stemmer'))
}

function write(table: string): void {
  const before = readFileSync(TABLE, 'utf8')
  const [byHand = ''] = before.split(MEASURED)
  writeFileSync(TABLE, `${byHand}${MEASURED}\n\n${table}`)
}

function say(what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`)
}
