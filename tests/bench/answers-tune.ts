// Finds an engine's best settings without the golden questions: phrasings held out in turn, put to the rest of a sample.
import type { Random } from '../questions/random.ts'
import type { Owner, Phrasing } from './answers-corpus.ts'
import type { Contestant, Setting } from './answers-engine.ts'

/** Large enough that most owners have a dozen, small enough for engines that look at every phrasing. */
const SAMPLE = 4000
const FOLDS = 4
const HELD_OUT = 100

export interface Tuned {
  readonly setting: Setting
  /** Share of the held-out phrasings put under an owner with the same sentences, 0…1. */
  readonly right: number
  readonly folds: number
}

/** All settings on one fold after another, until the time is up: whoever is slow is judged on fewer folds, not fewer settings. */
export async function tune(
  contestant: Contestant,
  all: readonly Phrasing[],
  owners: readonly Owner[],
  random: Random,
  limitMs: number,
): Promise<Tuned> {
  const sample = random.shuffled(all).slice(0, SAMPLE)
  const right = contestant.settings.map(() => 0)
  const started = performance.now()
  let folds = 0
  while (folds < FOLDS && (folds === 0 || performance.now() - started < limitMs)) {
    const heldOut = sample.filter((_, at) => at % FOLDS === folds).slice(0, HELD_OUT)
    const rest = sample.filter((_, at) => at % FOLDS !== folds)
    for (const [at, setting] of contestant.settings.entries()) {
      const engine = await contestant.build(rest, setting)
      for (const { text, owner } of heldOut) {
        const [first] = await engine.ask(text)
        if (first && saysTheSame(owners[first.owner], owners[owner])) right[at] = (right[at] ?? 0) + 1
      }
    }
    folds++
  }
  const best = right.indexOf(Math.max(...right))
  return { setting: contestant.settings[best] ?? {}, right: (right[best] ?? 0) / (folds * HELD_OUT), folds }
}

function saysTheSame(one: Owner | undefined, other: Owner | undefined): boolean {
  return one === other || (one?.sentences.some((id) => other?.sentences.includes(id)) ?? false)
}
