// A saved page or a page export → its main text. Finds the text as a browser's reading view does, and says what it left out.
import { Readability } from '@mozilla/readability'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import { parseHTML } from 'linkedom'
import type { Heading, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { ImportedDocument } from './document.ts'
import { plainSpaces } from './document.ts'
import { languageOf } from './language.ts'
import { tidy } from './tidy.ts'

/** Below so many characters the reading view would take the whole page, menus and all. */
const MIN_CHARACTERS = 200
const BLOCKS = 'p,li,h1,h2,h3,h4,h5,h6,td,th,dt,dd,summary,figcaption,blockquote,div,section,tr,br'
const TEXT = 'h1,h2,h3,h4,h5,h6,p,ul,ol,li,table,tr,td,th,dl,dd,details'
const AROUND = 'nav,header,footer,aside,form,script,style,noscript,template'

/** Null when there is no text to be found. */
export function fromPage(html: string): ImportedDocument | null {
  const { document } = parseHTML(isWhole(html) ? html : `<!doctype html><html><body>${html}</body></html>`)
  if (!document.body?.textContent?.trim()) return null
  const url = addressOf(document, html)
  const firsts = [...document.querySelectorAll('h1')].map(wordsOf).filter(Boolean)
  const pageTitle = wordsOf(document.querySelector('title'))
  const declared = document.documentElement.getAttribute('lang') ?? ''
  for (const answered of document.querySelectorAll('summary,dt')) rename(document, answered, 'h3')
  // The reading view throws out what is named like a menu, headings and boxes too: inside the text no name counts.
  const main = document.querySelectorAll('main').length === 1 ? 'main' : 'article'
  const inside = document.querySelectorAll(main).length === 1 ? `,${main} *` : ''
  for (const part of document.querySelectorAll(`${TEXT}${inside}`))
    for (const name of ['class', 'id', 'style']) part.removeAttribute(name)
  const all = textOf(document)
  const before = headingsOutside(document, AROUND)
  const found = new Readability(document, { charThreshold: MIN_CHARACTERS, disableJSONLD: true }).parse()
  if (!found?.content) return null
  const root = toMdast(fromHtml(found.content, { fragment: true })) as Root // of a fragment: always a root
  const title = (firsts.length === 1 ? firsts[0] : undefined) ?? found.title?.trim() ?? pageTitle
  const tree = tidy(root, title)
  const kept = new Set(tree.children.filter((node): node is Heading => node.type === 'heading').map(same))
  const leftOut = before.filter((text) => !kept.has(text.toLowerCase()) && text.toLowerCase() !== title.toLowerCase())
  return { title, url, lang: languageOf(all, declared), tree, leftOut, allText: all }
}

/** HTML without a page around it (Word's): all of it is the text. */
export function treeOfHtml(html: string): Root {
  return toMdast(fromHtml(html, { fragment: true })) as Root // of a fragment: always a root
}

function isWhole(html: string): boolean {
  return /<body[\s>]/i.test(html)
}

type Page = ReturnType<typeof parseHTML>['document']
type PageElement = Element

function addressOf(document: Page, html: string): string | null {
  const named = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
    // Browsers write it into a page they save.
    /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(html.slice(0, 4000))?.[1],
  ]
  return named.find((address) => address && /^https:\/\/\S+$/.test(address)) ?? null
}

function rename(document: Page, element: PageElement, name: string): void {
  const other = document.createElement(name)
  other.innerHTML = element.innerHTML
  element.replaceWith(other)
}

function headingsOutside(document: Page, around: string): readonly string[] {
  const all = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
  return [...new Set(all.filter((heading) => !heading.closest(around)).map(wordsOf))].filter(Boolean)
}

function wordsOf(element: { readonly textContent: string | null } | null): string {
  return plainSpaces(element?.textContent ?? '').trim()
}

const same = (heading: Heading) => plainText(heading).toLowerCase()

/** Text block by block: without the breaks the last word of one would run into the first of the next. */
function textOf(document: Page): string {
  const body = document.body.cloneNode(true) as PageElement // a clone of an element is one
  for (const silent of body.querySelectorAll('script,style,noscript,template')) silent.remove()
  for (const block of body.querySelectorAll(BLOCKS)) block.append('\n')
  return (body.textContent ?? '')
    .split('\n')
    .map((line) => plainSpaces(line).trim())
    .filter(Boolean)
    .join('\n')
}
