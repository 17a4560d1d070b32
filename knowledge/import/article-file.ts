// A document → the text of a file in articles/. It is written unapproved: only a person fills in the date.
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import type { ImportedDocument } from './document.ts'

const NO_ADDRESS = '# the https address of the page where visitors read this text'
const NO_DATE =
  '# nobody has approved this text yet, and nothing of it is shown. Read it below, put right what is wrong,\n' +
  '# then write the day of approval behind approvedOn:, like 2026-11-23.'

export function articleFile({ title, url, lang, tree }: ImportedDocument): string {
  const front = [
    stringify({ title }, { lineWidth: 0 }).trim(),
    url ? stringify({ url }, { lineWidth: 0 }).trim() : `url: ${NO_ADDRESS}`,
    `lang: ${lang}`,
    NO_DATE,
    'approvedOn:',
  ]
  const body = toMarkdown(
    {
      type: 'root',
      children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }, ...tree.children],
    },
    { extensions: [gfmTableToMarkdown()], bullet: '-' },
  )
  return `---\n${front.join('\n')}\n---\n\n${body}`
}

/** Lower-case words joined by hyphens, at most eight: the article's id and the file's name. */
export function articleId(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
  return (
    plain
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .slice(0, 8)
      .join('-') || 'article'
  )
}
