// What every kind of file becomes on its way into an article: one tree of headings and text, and what is known about it.
import type { Root } from 'mdast'

export interface ImportedDocument {
  readonly title: string
  /** Where the page says it lives; null when it does not say, or not by https. */
  readonly url: string | null
  readonly lang: 'en' | 'es'
  /** Headings, paragraphs, lists and tables; no pictures, no links, no markup inside the text. */
  readonly tree: Root
  /** Headings of the page that were taken for something around the article, in the order of the page. */
  readonly leftOut: readonly string[]
  /** All text of the file, menus included, blocks apart by line breaks: what can still be read there. */
  readonly allText: string
}

/** Why a file cannot be read, and what to do instead. An expected outcome, so it is a value. */
export interface Refusal {
  readonly kind: 'refused'
  readonly what: string
  readonly instead: string
}

export type ReadResult = { readonly kind: 'read'; readonly document: ImportedDocument } | Refusal

export function refuse(what: string, instead: string): Refusal {
  return { kind: 'refused', what, instead }
}

/** Spaces that only look different, and characters nobody sees, would make a sentence differ from itself. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '').replace(/\s+/g, ' ')
}
