// A Word file → the tree. Mammoth reads the headings, lists and tables; pictures and comments stay behind.
import mammoth from 'mammoth'
import type { ReadResult } from './document.ts'
import { refuse } from './document.ts'
import { treeOfHtml } from './from-html.ts'
import { blockText, titleHeading } from './from-text.ts'
import { languageOf } from './language.ts'
import { tidy } from './tidy.ts'

/** Word's "Heading 1" is a chapter, and the title a style of its own. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`),
]

export async function fromDocx(bytes: Uint8Array, name: string): Promise<ReadResult> {
  let html: string
  try {
    const buffer = Buffer.from(bytes)
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    html = (await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage })).value
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(`the Word file is broken (${why})`, 'open it in Word, save it once more as .docx and import that')
  }
  const root = treeOfHtml(html)
  const title = titleHeading(root) ?? name
  const tree = tidy(root, title)
  const allText = blockText(tree)
  return {
    kind: 'read',
    document: { title, url: null, lang: languageOf(allText), tree, leftOut: [], allText },
  }
}
