// Markdown and plain text → the tree. Plain text has no headings of its own, so short lines that stand alone are taken for some.
import type { Root, RootContent } from 'mdast'
import { fromMarkdown as parseMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as plainText } from 'mdast-util-to-string'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { ImportedDocument } from './document.ts'
import { plainSpaces } from './document.ts'
import { languageOf } from './language.ts'
import { tidy } from './tidy.ts'

/** @param name what to call it when the text has no title. */
export function fromMarkdown(raw: string, name: string): ImportedDocument {
  const [, front = '', body = raw] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(raw) ?? []
  const root = parseMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const named = /^title:\s*["']?(.+?)["']?\s*$/m.exec(front)?.[1]
  return documentOf(root, named ?? titleHeading(root) ?? name, body)
}

/** A heading has at most so many words, and something below it. */
const MAX_HEADING_WORDS = 10
const LIST_POINT = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/

export function fromPlainText(raw: string, name: string): ImportedDocument {
  const blocks = raw
    .split(/\n[ \t]*\n+/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
  const isHeading = (at: number) => {
    const [line = '', ...more] = blocks[at] ?? []
    const text = line.trim()
    const isShort = text.split(/\s+/).length <= MAX_HEADING_WORDS && /[\p{L}\d)?]$/u.test(text)
    return more.length === 0 && isShort && !LIST_POINT.test(line) && at + 1 < blocks.length
  }
  const [opening] = blocks
  const hasTitle = opening !== undefined && isHeading(0)
  const children = blocks.flatMap((lines, at): RootContent[] => {
    if (isHeading(at)) return [{ type: 'heading', depth: 2, children: [text(lines.join(' '))] }]
    if (lines.every((line) => LIST_POINT.test(line)))
      return lines.map((line) => paragraph(line.replace(LIST_POINT, '')))
    return [paragraph(lines.join(' '))]
  })
  return documentOf({ type: 'root', children }, hasTitle ? plainSpaces(opening.join(' ')).trim() : name, raw)
}

function documentOf(root: Root, title: string, raw: string): ImportedDocument {
  const tree = tidy(root, title)
  return { title, url: null, lang: languageOf(raw), tree, leftOut: [], allText: blockText(tree) }
}

/** The text of a tree, a line for each paragraph, point and row. */
export function blockText(tree: Root): string {
  const lines = (node: RootContent): readonly string[] =>
    node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'table'
      ? node.children.flatMap(lines)
      : node.type === 'tableRow'
        ? node.children.map((cell) => plainText(cell))
        : [plainText(node)]
  return tree.children.flatMap(lines).filter(Boolean).join('\n')
}

/** A heading above all others, and the only one of its level, is the title; so is a `#` by itself. */
export function titleHeading({ children }: Root): string | null {
  const headings = children.filter((node) => node.type === 'heading')
  const [first, ...others] = headings
  const isAbove = first && others.every(({ depth }) => depth > first.depth)
  if (!isAbove || (others.length === 0 && first.depth > 1)) return null
  return plainSpaces(plainText(first)).trim() || null
}

const text = (value: string) => ({ type: 'text' as const, value: plainSpaces(value).trim() })
const paragraph = (value: string): RootContent => ({ type: 'paragraph', children: [text(value)] })
