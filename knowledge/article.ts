// Article text → sections → sentences. Pure: text in, structure out, each sentence with the line it stands on.
import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as plainText } from 'mdast-util-to-string'
import { gfmTable } from 'micromark-extension-gfm-table'

/** A sentence exactly as published, and the 1-based line of the file its paragraph begins on. */
export interface ArticleSentence {
  readonly text: string
  readonly line: number
}

/** The text between one heading and the next, subheadings not included. */
export interface ArticleSection {
  readonly heading: string
  /** 1 for `#` … 6 for `######`. Text above the first heading takes the article's title and level 1. */
  readonly level: number
  readonly line: number
  /** Ids of the gaps that this section answers, from a line `covers: cost, insurance` below its heading. */
  readonly covers: readonly string[]
  readonly sentences: readonly ArticleSentence[]
}

/**
 * Splits an article's Markdown body into sections in reading order; sections without text of their own are kept,
 * because a heading alone still shows where its subsections belong.
 *
 * @param body Markdown without front matter.
 * @param firstLine Line of the file on which the body begins, so that findings can name `file:line`.
 */
export function parseArticle(title: string, body: string, firstLine = 1): readonly ArticleSection[] {
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const sections: {
    heading: string
    level: number
    line: number
    covers: readonly string[]
    sentences: ArticleSentence[]
  }[] = []
  for (const node of tree.children) {
    const line = firstLine - 1 + (node.position?.start.line ?? 1)
    if (node.type === 'heading') {
      sections.push({ heading: plainText(node), level: node.depth, line, covers: [], sentences: [] })
      continue
    }
    if (sections.length === 0) sections.push({ heading: title, level: 1, line, covers: [], sentences: [] })
    const section = sections.at(-1)
    if (!section) continue
    section.covers = [...section.covers, ...coversOf(node)]
    const sentences = paragraphs(node, line, firstLine).flatMap((paragraph) =>
      splitSentences(paragraph.text).map((text) => ({ text, line: paragraph.line })),
    )
    section.sentences.push(...sentences)
  }
  return sections
}

/** The blocks of a node that hold running text: a list's points and a table's rows count as paragraphs of their own. */
function paragraphs(node: RootContent | Nodes, line: number, firstLine: number): readonly ArticleSentence[] {
  const at = node.position ? firstLine - 1 + node.position.start.line : line
  switch (node.type) {
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'table':
      return node.children.flatMap((child) => paragraphs(child, at, firstLine))
    case 'tableRow':
      return [{ text: node.children.map((cell) => plainText(cell)).join(': '), line: at }]
    case 'paragraph':
      return [{ text: plainText(node).replace(COVERS, '').replace(/\s+/g, ' ').trim(), line: at }]
    default:
      return [] // code, raw HTML, rules: nothing a visitor could be told
  }
}

/** A mark, not a sentence: whole lines of it at the beginning of a paragraph are never shown. */
const COVERS = /^covers:[ \t]*([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)[ \t]*(?:\n|$)/i

function coversOf(node: RootContent): readonly string[] {
  const [, ids] = (node.type === 'paragraph' && COVERS.exec(plainText(node))) || []
  return ids?.toLowerCase().split(/[ \t]*,[ \t]*/) ?? []
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
// The segmenter ends a sentence at these; the text goes on.
const ABBREVIATION = /(?:^|\s)(?:Dr|Mr|Mrs|Ms|St|Prof|vs|e\.g|i\.e|approx|No|Fig)\.\s*$/

/** Splits running text into whole sentences, trimmed; joined with single spaces they give the text back. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = []
  let pending = ''
  for (const { segment } of segmenter.segment(text)) {
    pending += segment
    if (ABBREVIATION.test(pending)) continue
    if (pending.trim()) sentences.push(pending.trim())
    pending = ''
  }
  if (pending.trim()) sentences.push(pending.trim())
  return sentences
}
