// The tables of npm run bench, in Markdown.
import type { Figures } from '../questions/measures.ts'
import type { BlindQuestions } from './answers-corpus.ts'
import type { Setting } from './answers-engine.ts'
import type { Quality } from './answers-measure.ts'
import { QUALITY } from './answers-size.ts'
import { quantile } from './load.ts'

/** How many phrasings count together where they vote. */
export const VOTES = 5

export interface Line {
  readonly name: string
  readonly packages: readonly string[]
  readonly setting: Setting
  /** Share of held-out phrasings, 0…1; `null` when nothing was tuned. */
  readonly tunedRight: number | null
  readonly builtMs: number
  readonly quality: Quality
  /** The same answers when several phrasings of an owner count together. */
  readonly voted: Quality
  readonly latenciesMs: readonly number[]
  readonly bytes: { readonly engine: number; readonly index: number }
  readonly grown: readonly Grown[]
}

/** The same engine over a seeded number of phrasings. */
export interface Grown {
  readonly size: number
  readonly builtMs: number
  readonly latenciesMs: readonly number[]
  readonly indexBytes: number
  /** 0…1; `null` when it was too slow for all questions. */
  readonly right: number | null
}

export interface Results {
  /** Ours first. */
  readonly lines: readonly Line[]
  /** What the whole assistant does with the same questions. */
  readonly whole: Figures
  readonly blind: BlindQuestions
  readonly phrasings: number
  readonly sizes: readonly number[]
}

export function tableOf({ lines, whole, blind, phrasings, sizes }: Results): string {
  const [us, ...peers] = lines
  if (!us) throw new Error('[clinic-chat] the bench lost its own line')
  const all = blind.rows.length
  const answerable = blind.rows.filter(({ expect }) => expect === 'answer').length
  const rows = lines.map(({ name, quality, latenciesMs, bytes, builtMs }) => [
    quality.questions < all ? `${name} (${quality.questions} questions)` : name,
    percent(quality.right),
    percent(quality.rightInThree),
    percent(quality.answeredAt(quality.right)),
    percent(us.quality.answeredAt(quality.right)),
    milliseconds(quantile(latenciesMs, 0.5)),
    milliseconds(quantile(latenciesMs, 0.99)),
    kilobytes(bytes.engine),
    kilobytes(bytes.index),
    (builtMs / 1000).toFixed(1),
  ])
  const voted = peers.map(({ name, voted }) => [
    name,
    percent(voted.right),
    percent(voted.rightInThree),
    percent(voted.answeredAt(voted.right)),
    percent(us.quality.answeredAt(voted.right)),
  ])
  const grown = lines.map(({ name, grown }) => [
    name,
    ...grown.map(({ right }) => percent(right)),
    ...grown.map(({ latenciesMs }) => milliseconds(quantile(latenciesMs, 0.5))),
    ...grown.map(({ indexBytes }) => kilobytes(indexBytes)),
    ...grown.map(({ builtMs }) => (builtMs / 1000).toFixed(1)),
  ])
  const perSize = (what: string) => sizes.map((size) => `${what} ${size.toLocaleString('en')}`)
  return `Written by \`npm run bench\`: ${phrasings.toLocaleString('en')} phrasings, ${answerable} answerable and ${all - answerable} unanswerable questions of ${blind.sets.join(' and ')}.
Right: the first owner shows a gold sentence, however unsure the engine is. Answered: the unanswerable questions whose first owner is an entry, when the engine is
silent below the highest score at which it still has that share right; "ours at that" is ours, silenced until it has no more right than the engine of the line.
Sizes are brotli ${QUALITY}; built is the time to index or to train (ours is loaded trained). An engine too slow for all questions is asked a seeded part of them,
and its line says how many.

${markdown(['', 'right %', 'in 3 %', 'unanswerable answered %', 'ours at that right %', 'median ms', 'p99 ms', 'engine kB', 'index kB', 'built s'], rows)}

With triage, questions back and thresholds, the whole assistant has ${whole.right} % right, ${whole.rightOrOffered} % right or offered, ${whole.wrong} % wrong, and
answers ${whole.answered} % of the unanswerable.

A help that no engine's documentation mentions: the scores of an owner's ${VOTES} best phrasings are added, instead of the best one deciding. nlp.js scores owners.

${markdown(['', 'right %', 'in 3 %', 'unanswerable answered %', 'ours at that right %'], voted)}

Seeded parts of the phrasings; above what there is, variants with a sibling's word put in. "–": too slow for all questions. Ours is trained anew, triage's half included.

${markdown(['', ...perSize('right %,'), ...perSize('median ms,'), ...perSize('index kB,'), ...perSize('built s,')], grown)}

Settings, the best of a grid by cross-validation over 4,000 seeded phrasings (share of those held out that was put under the right owner):

${peers.map(({ name, packages, setting, tunedRight }) => `- ${name} (${packages.join(', ') || 'here'}): ${settingOf(setting)}: ${percent(tunedRight)} %`).join('\n')}
`
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function settingOf(setting: Setting): string {
  return Object.entries(setting)
    .map(([option, value]) => `${option} ${value}`)
    .join(', ')
}

function percent(share: number | null): string {
  return share === null ? '–' : (100 * share).toFixed(1)
}

function milliseconds(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0)
}

function kilobytes(bytes: number): string {
  return bytes < 10_240 ? (bytes / 1024).toFixed(1) : (bytes / 1024).toFixed(0)
}
