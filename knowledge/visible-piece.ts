// One thing a visitor can be shown, as people read and sign it: its name, its texts, and which of them a signature covers.
import type { Both, Lang } from './schema.ts'

export type PieceKind =
  | 'article'
  | 'entry'
  | 'gap'
  | 'smalltalk'
  | 'suggestions'
  | 'clinic'
  | 'card'
  | 'resource'
  | 'copy'
  /** What the widget itself says: not of this room, added by whoever can see it. */
  | 'panel'
  /** Sentences that are deliberately not quoted, or only once, with the reason. */
  | 'withheld'

/** One thing that is decided about as a whole: an entry, a gap's message, a card. */
export interface VisiblePiece {
  /** "entry/what-is-anxiety". What was approved is found again by it. */
  readonly id: string
  readonly kind: PieceKind
  /** Heading it stands under, beside others of its kind. */
  readonly group: string
  readonly label: string
  readonly fields: readonly VisibleField[]
}

export interface VisibleField {
  /** "Question", "Says", "Reason". Unique within its piece, together with the language. */
  readonly name: string
  /** Language of the text; `null` for names, numbers and what is written for the reader of the list. */
  readonly lang: Lang | null
  readonly text: string
  /** What approval covers. `null`: printed to be understood, and not signed: it stands in a piece of its own, or no visitor sees it. */
  readonly signed: string | null
}

export const said = (name: string, text: string, lang: Lang | null = null): VisibleField => ({
  ...{ name, lang, text, signed: text },
})
export const unsigned = (name: string, text: string, lang: Lang | null = null): VisibleField => ({
  ...{ name, lang, text, signed: null },
})
export const bothSaid = (name: string, { en, es }: Both): readonly VisibleField[] => [
  said(name, en, 'en'),
  said(name, es, 'es'),
]

/** "after-treatment" → "After treatment". */
export function spaced(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
