// What npm run bench asks of an engine: built from phrasings with settings, then asked for owners.
import type { Phrasing } from './answers-corpus.ts'

export interface Hit {
  /** Index of an owner. */
  readonly owner: number
  /** The engine's own; more is better, comparable or not. */
  readonly score: number
}

export interface Engine {
  /** Best first: the owners of the phrasings found, as often as they are found. */
  ask(question: string): readonly Hit[] | Promise<readonly Hit[]>
  /** What has to be loaded to ask, as text. */
  index(): string
}

/** Documented options of an engine. */
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

/** Phrasings looked at; more of them change nothing among the first three owners. */
export const MOST_HITS = 50

/** Every combination of the values given for each option. */
export function grid(options: Readonly<Record<string, readonly (string | number | boolean)[]>>): readonly Setting[] {
  return Object.entries(options).reduce<readonly Setting[]>(
    (settings, [option, values]) =>
      settings.flatMap((setting) => values.map((value) => ({ ...setting, [option]: value }))),
    [{}],
  )
}
