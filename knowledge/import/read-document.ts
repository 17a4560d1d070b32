// Bytes of a file → a document, whatever kind it is. The content decides the kind where it can; the name only helps.
import type { ReadResult } from './document.ts'
import { refuse } from './document.ts'
import { fromDocx } from './from-docx.ts'
import { fromPage } from './from-html.ts'
import { fromMarkdown, fromPlainText } from './from-text.ts'

/** A long article is some 100 KB; a saved page with all in one file, a few MB. */
export const MAX_BYTES = 20 * 1024 * 1024

const KINDS = 'a web page (.html), Markdown (.md), plain text (.txt) or Word (.docx)'

/** @param name file name or address; without its ending it is the title of a text that has none. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadResult> {
  if (bytes.length === 0) return refuse('the file is empty', 'save it once more and import that')
  if (bytes.length > MAX_BYTES)
    return refuse(
      `the file has ${megabytes(bytes)} MB`,
      'import one article at a time, at most 20 MB and without films',
    )
  const kind = kindByContent(bytes)
  const title = titleFrom(name)
  if (kind === 'docx') return ifNotEmpty(await fromDocx(bytes, title))
  if (kind === 'locked')
    return refuse(
      'it is an old Word file (.doc), or one locked with a password',
      'open it in Word, take the password away, and save it as .docx',
    )
  if (kind) return refuse(`it is ${kind}, which cannot be read as text`, `save the article as ${KINDS}`)
  const text = decode(bytes)
  if (text === null) return refuse('it does not hold text', `save the article as ${KINDS}`)
  const raw = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (raw.trim() === '') return refuse('the file is empty', 'save it once more and import that')
  if (/\.(md|markdown)$/i.test(name)) return ifNotEmpty({ kind: 'read', document: fromMarkdown(raw, title) })
  if (/\.x?html?$/i.test(name) || /^\s*(?:<!--|<!doctype html|<html|<body|<article|<h1|<div)/i.test(raw)) {
    const document = fromPage(raw)
    if (!document) return refuse('no text was found on the page', 'open it in a browser, save it as “complete page”')
    return ifNotEmpty({ kind: 'read', document })
  }
  if (/\.docx$/i.test(name))
    return refuse('it is named .docx but is no Word file', 'open it in Word, save it once more as .docx')
  if (/\.txt$/i.test(name) || !/\.\w{2,5}$/.test(name))
    return ifNotEmpty({ kind: 'read', document: fromPlainText(raw, title) })
  return refuse(`“${name}” is of a kind that is not known here`, `save the article as ${KINDS}`)
}

function ifNotEmpty(read: ReadResult): ReadResult {
  if (read.kind === 'refused' || read.document.tree.children.some(({ type }) => type !== 'heading')) return read
  return refuse('there is no text in it besides headings', 'check that it is the right file')
}

/** What the first bytes give away; null: text, as far as they tell. */
function kindByContent(bytes: Uint8Array): string | null {
  const starts = (...first: readonly number[]) => first.every((value, at) => bytes[at] === value)
  if (starts(0x50, 0x4b, 0x03, 0x04)) return isWord(bytes) ? 'docx' : 'a compressed folder'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'locked'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'a PDF'
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46)) return 'a picture'
  return null
}

/** A .docx is a zip with this part in it; the names of parts are not compressed. */
function isWord(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('word/')
}

/** UTF-8, UTF-16 with its mark, or what older Windows programs write; null when it is no text at all. */
function decode(bytes: Uint8Array): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.subarray(0, 8192).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function titleFrom(name: string): string {
  const last =
    name
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? name
  const words = last
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Untitled'
}

function megabytes(bytes: Uint8Array): string {
  return (bytes.length / 1024 / 1024).toFixed(0)
}
