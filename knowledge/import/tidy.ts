// Any mdast tree → an article's: headings that only look like headings become some, levels begin at 2, text is only text.
import type { BlockContent, Heading, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { plainSpaces } from './document.ts'

/** A line in bold with more words than this is an emphasised sentence. */
const MAX_HEADING_WORDS = 14

/**
 * @param title a heading that only repeats it is left out: the article's own title stands above all.
 */
export function tidy({ children }: Root, title: string): Root {
  const blocks = children.map((node) => boldHeading(node) ?? node)
  const headings = blocks.filter(isHeading)
  // Where the file has real headings, a line in bold is emphasis.
  const chosen = children.some(isHeading) ? children : blocks
  const depths = (children.some(isHeading) ? children.filter(isHeading) : headings)
    .filter((heading) => !repeats(heading, title))
    .map(({ depth }) => depth)
  const shift = depths.length > 0 ? 2 - Math.min(...depths) : 0
  return { type: 'root', children: chosen.flatMap((node) => block(node, shift, title)) }
}

function block(node: RootContent, shift: number, title: string): RootContent[] {
  switch (node.type) {
    case 'heading': {
      const text = textOf(node.children)
      if (!text || repeats(node, title)) return []
      const depth = Math.min(6, Math.max(2, node.depth + shift)) as Heading['depth'] // 2…6
      return [{ type: 'heading', depth, children: [{ type: 'text', value: text }] }]
    }
    case 'paragraph':
      return paragraphs(node.children)
    case 'list': {
      const points = node.children.flatMap((point) => {
        const children = point.children.flatMap((child) => block(child, shift, title)) as BlockContent[] // blocks of blocks
        return children.length > 0 ? [{ ...point, spread: false, children }] : []
      })
      return points.length > 0 && !node.children.every((point) => isOnlyLinks(point.children))
        ? [{ ...node, spread: false, children: points }]
        : []
    }
    case 'blockquote':
      return [{ ...node, children: node.children.flatMap((child) => block(child, shift, title)) as BlockContent[] }]
    case 'table':
      return [
        {
          ...node,
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({
              ...cell,
              children: [{ type: 'text' as const, value: textOf(cell.children) }],
            })),
          })),
        },
      ]
    default:
      return [] // pictures, code, raw HTML, rules: nothing a visitor could be told
  }
}

/** One, or two where a first line says which gap the section covers: it must not run into the sentence below. */
function paragraphs(children: readonly PhrasingContent[]): RootContent[] {
  const [, mark = '', rest] =
    /^(covers:[^\n]*)\n([\s\S]+)$/i.exec(children.map((child) => plainText(child)).join('')) ?? []
  const texts = rest === undefined ? [textOf(children)] : [mark, rest].map((text) => plainSpaces(text).trim())
  return texts.filter(Boolean).map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }))
}

/** A paragraph that is nothing but a few words in bold: how people write a heading who do not know of headings. */
function boldHeading(node: RootContent): Heading | null {
  if (node.type !== 'paragraph') return null
  const parts = node.children.filter((child) => plainText(child).trim() !== '')
  const text = textOf(node.children)
  const isShort = text.split(' ').length <= MAX_HEADING_WORDS && !/[.,;]$/.test(text)
  if (parts.length === 0 || !isShort || !parts.every(({ type }) => type === 'strong')) return null
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: text }] }
}

/** A list of nothing but links leads elsewhere: related posts, a table of contents, share buttons. */
function isOnlyLinks(blocks: readonly RootContent[]): boolean {
  return blocks.every(
    (node) =>
      node.type === 'paragraph' &&
      node.children.every((child) => child.type === 'link' || plainText(child).trim() === ''),
  )
}

function textOf(children: readonly PhrasingContent[]): string {
  const text = children.map((child) => (child.type === 'break' ? ' ' : plainText(child, { includeImageAlt: false })))
  return plainSpaces(text.join('')).trim()
}

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading'
}

function repeats(heading: Heading, title: string): boolean {
  const plain = (text: string) => plainSpaces(text).trim().toLowerCase()
  return plain(plainText(heading)) === plain(title)
}
