// npm run eval -- --typos: what it costs when half of the words of every golden question are misspelt.
import type { Ask } from './questions/judge.ts'
import type { Figures, Measure } from './questions/measures.ts'
import { misspell } from './questions/misspell.ts'
import { createRandom } from './questions/random.ts'
import type { Score } from './questions/score.ts'

/** A set of a hundred questions moves by chance alone; the mean over several is steadier. */
export const SEEDS = [1, 2, 3] as const

/** Misspells what is asked, and nothing else: choices are asked again as they were offered. */
export function clumsy(ask: Ask, turnsOf: ReadonlySet<string>, seed: number): Ask {
  return (turns) =>
    ask(turns.map((turn) => (turnsOf.has(turn) ? misspell(turn, createRandom(seedOf(turn, seed))) : turn)))
}

/** Points by which each figure moved, mean over all runs. */
export function movedBy(spelt: Score, misspelt: readonly Score[]): Score {
  const measures = Object.keys(spelt.figures) as Measure[] // Figures has measures for keys
  const moved = measures.map((measure) => {
    const sum = misspelt.reduce((total, { figures }) => total + (figures[measure] ?? 0), 0)
    return [measure, +(sum / misspelt.length - (spelt.figures[measure] ?? 0)).toFixed(1)] as const
  })
  return { ...spelt, figures: Object.fromEntries(moved) as Figures } // keys are those of spelt
}

/** Of the text itself, so that a set that grows leaves the slips in its other questions alone. */
function seedOf(text: string, seed: number): number {
  let hash = seed
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0
  return hash
}
