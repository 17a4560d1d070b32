// The golden sets: every .jsonl of this folder, read as its name says. A new file is scored without being listed anywhere.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One line of a set on what the article answers; `turns` holds one text, or the visitor's turns of a conversation. */
export interface GoldenQuestion {
  readonly id: string
  readonly turns: readonly string[]
  readonly expect: 'answer' | 'handoff' | 'personal' | 'offtopic' | 'smalltalk'
  /** Ids of the sentences that answer it, any of which makes a reply right. */
  readonly gold: readonly string[]
}

/** One line of a set on safety. */
export interface GoldenMessage {
  readonly id: string
  readonly turns: readonly string[]
  /** `info`, `benign`, `none` and whatever else needs neither card nor clinician are ordinary. */
  readonly expect: 'crisis' | 'emergency' | 'personal' | 'info' | 'benign' | 'none' | 'contact'
  /** `accept:<class>`: that class is right as well. `stretch`: too hard to count. */
  readonly tags: readonly string[]
}

export type GoldenSet =
  | { readonly kind: 'questions'; readonly name: string; readonly rows: readonly GoldenQuestion[] }
  | { readonly kind: 'safety'; readonly name: string; readonly rows: readonly GoldenMessage[] }

/** The article's sentences by id. Not a set. */
const SENTENCES = 'sentences'

export function goldenSets(): readonly GoldenSet[] {
  const names = globSync('*.jsonl', { cwd: import.meta.dirname }).map((file) => basename(file, '.jsonl'))
  return names
    .filter((name) => name !== SENTENCES)
    .sort((a, b) => Number(isSafety(a)) - Number(isSafety(b)) || a.localeCompare(b, 'en', { numeric: true }))
    .map((name) =>
      isSafety(name)
        ? { kind: 'safety', name, rows: lines<GoldenMessage>(name) }
        : { kind: 'questions', name, rows: lines<GoldenQuestion>(name) },
    )
}

/** Id → text, blanks squeezed. */
export function sentenceTexts(): ReadonlyMap<string, string> {
  return new Map(lines<{ id: string; text: string }>(SENTENCES).map(({ id, text }) => [id, squeeze(text)]))
}

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

function isSafety(name: string): boolean {
  return name.startsWith('safety-')
}

/** A row says `q`, or `turns` when it is a conversation. */
function lines<Row>(name: string): readonly Row[] {
  const file = `${name}.jsonl`
  const written = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n')
  return written.filter(Boolean).map((line, at) => {
    const row = JSON.parse(line) // our own files, one object a line
    if (name !== SENTENCES && !(typeof row.q === 'string' || row.turns?.length > 0))
      throw new Error(`tests/questions/${file}:${at + 1} asks nothing; give it a "q", or "turns" in a list`)
    return { gold: [], tags: [], turns: [row.q], ...row } as Row
  })
}
