// Reads this folder of knowledge for the clinic's desk: all that can be shown, and what of it was approved last.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Approved, Read } from '../knowledge/approval.ts'
import { approvable, approvedText, readApproval } from '../knowledge/approval.ts'
import { assemble } from '../knowledge/assemble.ts'
import { lint } from '../knowledge/lint.ts'
import { lintClinic } from '../knowledge/lint-clinic.ts'
import type { Knowledge } from '../knowledge/schema.ts'
import type { Files, Finding, Sources } from '../knowledge/sources.ts'
import { parseSources } from '../knowledge/sources.ts'
import { visibleContent } from '../knowledge/visible.ts'
import type { VisiblePiece } from '../knowledge/visible-piece.ts'
import { panelPieces } from './panel-words.ts'

export interface Content {
  readonly sources: Sources
  readonly knowledge: Knowledge
  readonly pieces: readonly VisiblePiece[]
  /** What a signature today would cover. */
  readonly now: Approved
  /** SHA-256 of it: printed in the book, written into approval.json. */
  readonly fingerprint: string
  readonly last: Read
}

export const ROOT = join(import.meta.dirname, '..')

export type ReadContent =
  | { readonly content: Content }
  | { readonly content: null; readonly errors: readonly Finding[] }

/** The content, or what keeps it from being read. `isLinted`: or from being built, which takes two seconds to find out. */
export function readContent(isLinted = false): ReadContent {
  const folder = join(ROOT, 'knowledge')
  const authored = globSync(['**/*.{md,yaml}', 'clinic.json', 'approval.json', 'approved.json'], { cwd: folder })
  const files: Files = new Map(authored.toSorted().map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
  const { sources, wording, findings } = parseSources(files)
  const linted = isLinted && sources && wording ? [...lint(wording), ...lintClinic(sources.clinic)] : []
  const errors = [...findings, ...linted].filter(({ severity }) => severity === 'error')
  if (!sources || errors.length > 0) return { content: null, errors }
  const knowledge = assemble(sources, new Map())
  const pieces = [...visibleContent(knowledge, sources), ...panelPieces()]
  const now = approvable(pieces)
  const fingerprint = sha256(approvedText(now))
  return { content: { sources, knowledge, pieces, now, fingerprint, last: readApproval(files, sha256) } }
}

/** For commands: ends the process where there is nothing to sign, saying why. */
export function contentOrExit(): Content {
  const read = readContent(true)
  if (read.content) return read.content
  for (const { file, line, what, instead } of read.errors)
    console.error(`knowledge/${file}:${line} ${what}; ${instead}`)
  console.error('Put this right first: what cannot be built cannot be approved.')
  process.exit(1)
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Today where the clinic is, as an ISO date. */
export function todayAt(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date())
}
