// What npm run bench asks of an engine: built from phrasings with settings, then asked for owners.
import type { Phrasing } from './answers-corpus.ts'

export interface Hit {
  /** Index of an owner. */
  readonly owner: number
  /** The engine's own; more is better, comparable or not. */
  readonly score: number
}

export interface Engine {
  /** Best first, each owner once. */
  ask(question: string): readonly Hit[] | Promise<readonly Hit[]>
  /** What has to be loaded to ask, as text. */
  index(): string
}

/** Documented options of an engine, with the number of hits that vote for their owner. */
export type Setting = Readonly<Record<string, string | number | boolean>>

export interface Contestant {
  readonly name: string
  /** npm packages, exact versions. */
  readonly packages: readonly string[]
  /** Tried by cross-validation; a single one is taken as it is. */
  readonly settings: readonly Setting[]
  build(phrasings: readonly Phrasing[], setting: Setting): Engine | Promise<Engine>
  /** Source of a module that loads the engine and nothing else, for its size. */
  readonly entry: string
}

/** Hits looked at; more of them change no vote. */
export const MOST_HITS = 50

/** Found phrasings → their owners: the sum of each one's best `votes` scores, so that agreement can count. */
export function byOwner(found: readonly Hit[], votes: number): readonly Hit[] {
  const owners = new Map<number, { score: number; count: number }>()
  for (const { owner, score } of found) {
    const before = owners.get(owner) ?? { score: 0, count: 0 }
    if (before.count < votes) owners.set(owner, { score: before.score + score, count: before.count + 1 })
  }
  return [...owners].map(([owner, { score }]) => ({ owner, score })).sort((a, b) => b.score - a.score)
}

/** Every combination of the values given for each option. */
export function grid(options: Readonly<Record<string, readonly (string | number | boolean)[]>>): readonly Setting[] {
  return Object.entries(options).reduce<readonly Setting[]>(
    (settings, [option, values]) =>
      settings.flatMap((setting) => values.map((value) => ({ ...setting, [option]: value }))),
    [{}],
  )
}
