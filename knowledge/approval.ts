// What was approved, what has changed since, and whether the approval still holds. Pure.

import type { Approval } from './schema.ts'
import { approvalFile, approvedFile } from './schema.ts'
import type { Files } from './sources.ts'
import type { VisiblePiece } from './visible-piece.ts'

/** approved.json: piece → field → text, both in alphabetical order. Its SHA-256 is the one in approval.json. */
export type Approved = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Change {
  /** Id of the piece. */
  readonly id: string
  readonly what: 'new' | 'removed' | 'changed'
  readonly fields: readonly {
    readonly name: string
    /** `null`: there was none. */
    readonly before: string | null
    readonly after: string | null
  }[]
}

/** What a signature covers of these pieces. */
export function approvable(pieces: readonly VisiblePiece[]): Approved {
  const piecesById = pieces.map(({ id, fields }) => {
    const signed = fields.flatMap(({ name, lang, signed }) =>
      signed === null ? [] : [[lang ? `${name} (${lang})` : name, signed] as const],
    )
    return [id, inOrder(signed)] as const
  })
  return inOrder(piecesById)
}

/** The content of approved.json. The same words give the same bytes, whatever order the files have them in. */
export function approvedText(approved: Approved): string {
  return `${JSON.stringify(approved, null, 2)}\n`
}

export function changesSince(before: Approved, after: Approved): readonly Change[] {
  const ids = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return ids.flatMap((id): readonly Change[] => {
    const [then, now] = [before[id] ?? {}, after[id] ?? {}]
    const names = [...new Set([...Object.keys(then), ...Object.keys(now)])]
    const fields = names
      .map((name) => ({ name, before: then[name] ?? null, after: now[name] ?? null }))
      .filter((field) => field.before !== field.after)
    if (fields.length === 0) return []
    return [{ id, what: !before[id] ? 'new' : !after[id] ? 'removed' : 'changed', fields }]
  })
}

export type Read =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly approval: Approval; readonly approved: Approved }
  /** Not what `npm run approve` has written. */
  | { readonly kind: 'broken'; readonly file: string; readonly what: string }

/** The last approval, from the files of this folder. @param sha256 64 hex digits of a text's UTF-8. */
export function readApproval(files: Files, sha256: (text: string) => string): Read {
  const [raw, texts] = [files.get('approval.json'), files.get('approved.json')]
  if (raw === undefined && texts === undefined) return { kind: 'none' }
  const approval = approvalFile.safeParse(jsonOf(raw))
  if (!approval.success) return { kind: 'broken', file: 'approval.json', what: 'is missing, or not as it was written' }
  const approved = approvedFile.safeParse(jsonOf(texts))
  if (!approved.success || sha256(texts ?? '') !== approval.data.sha256)
    return { kind: 'broken', file: 'approved.json', what: 'is not what was approved: its SHA-256 is another' }
  return { kind: 'read', approval: approval.data, approved: approved.data }
}

function jsonOf(raw: string | undefined): unknown {
  try {
    return JSON.parse(raw ?? '')
  } catch {
    return undefined
  }
}

/** Only what the server says: the widget's own words are not known where knowledge is built. */
export function withoutPanel(approved: Approved): Approved {
  return Object.fromEntries(Object.entries(approved).filter(([id]) => !id.startsWith('panel/')))
}

function inOrder<Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
