// npm run check-article -- URL-or-FILE: does the page still say what the clinic approved? For a person, or once a day by a scheduler.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseArticle } from './article.ts'
import { assemble } from './assemble.ts'
import { articleFile } from './import/article-file.ts'
import type { ImportedDocument } from './import/document.ts'
import type { Drift } from './import/drift.ts'
import { driftOf } from './import/drift.ts'
import { MAX_BYTES, readDocument } from './import/read-document.ts'
import { withdraw } from './import/withdraw.ts'
import type { SourceArticle, Wording } from './sources.ts'
import { parseSources } from './sources.ts'

/** What a scheduler sees. */
const EXIT = { same: 0, drifted: 1, couldNotCheck: 2 } as const
const TIMEOUT_MS = 30_000
const USAGE = `npm run check-article -- URL-or-FILE [--article name] [--withdraw]
  URL-or-FILE  the page as it is today: its https address, or a saved copy
  --article    name of the approved article, when there are several: a file in knowledge/articles/ without its ending
  --withdraw   also keeps missing and changed sentences from being quoted, from the next build on`

const here = import.meta.dirname
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { article: { type: 'string' }, withdraw: { type: 'boolean' } },
})
const [source, ...more] = positionals
if (!source || more.length > 0) stop(`Name one page.\n${USAGE}`)
const { sources, wording, findings } = parseSources(readAuthored())
if (!sources || !wording)
  stop(
    `The knowledge itself does not build (${findings.find(({ severity }) => severity === 'error')?.what}). Put that right first: npm run knowledge`,
  )
const read = await readDocument(await bytesOf(source), /^https?:/.test(source) ? 'page.html' : basename(source))
if (read.kind === 'refused') stop(`${source}: ${read.what}; ${read.instead}.`)
const page = sectionsOf(read.document)
const article = approvedArticle(wording, source)
// With the entries that the headings of an article make, where nobody has written any.
const { entries } = assemble(sources, new Map())
const quotedBy = (text: string) =>
  entries
    .filter((entry) => entry.article === article.id && entry.say.some((quote) => quote.text === text))
    .map(({ id }) => id)
const drift = driftOf(article.sections, page, read.document, quotedBy)
print(drift)
if (drift.drifted.length > 0 && options.withdraw) withdrawAll(drift)
process.exit(drift.drifted.length > 0 ? EXIT.drifted : EXIT.same)

function print({ drifted, added }: Drift): void {
  const total = article.sections.reduce((sum, { sentences }) => sum + sentences.length, 0)
  for (const { kind, text, line, now, entries } of drifted) {
    console.log(`knowledge/${article.file}:${line} ${kind}: “${text}”`)
    if (now) console.log(`  the page says now: “${now}”`)
    console.log(`  quoted by: ${entries.join(', ') || 'no entry'}`)
  }
  if (added.length > 0) {
    console.log(`\n${added.length} sentence(s) of the page are not approved; the assistant does not know them:`)
    for (const text of added) console.log(`  “${text}”`)
  }
  console.log(
    drifted.length === 0
      ? `${article.id}: all ${total} approved sentences are on the page.`
      : `\n${article.id}: ${drifted.length} of ${total} approved sentences are not on the page any more. ` +
          (options.withdraw ? '' : 'Say --withdraw to stop quoting them, or put the page or the article right.'),
  )
}

function withdrawAll({ drifted }: Drift): void {
  const own = `articles/${article.id}.policy.yaml`
  const file = wording?.policy.content.article === article.id ? 'policy.yaml' : own
  const path = join(here, file)
  const why = `Not on the clinic's page when it was checked on ${new Date().toISOString().slice(0, 10)}.`
  const before = existsSync(path) ? readFileSync(path, 'utf8') : 'never: []\n'
  const { text, added } = withdraw(
    before,
    drifted.map((one) => one.text),
    why,
  )
  writeFileSync(path, text)
  console.log(
    `knowledge/${file}: ${added} sentence(s) added under “never”. They are gone from the replies with: npm run knowledge`,
  )
}

function sectionsOf(document: ImportedDocument) {
  return parseArticle(document.title, articleFile(document).replace(/^---\n[\s\S]*?\n---\n/, ''))
}

/** The one that was named; else the one whose address this is; else the only one; else the one that shares most. */
function approvedArticle({ articles }: Wording, from: string): SourceArticle {
  const named = articles.find(({ id }) => id === options.article)
  if (options.article && !named)
    stop(
      `--article ${options.article}: there is no such approved article. There is: ${articles.map(({ id }) => id).join(', ')}`,
    )
  const live = new Set(page.flatMap(({ sentences }) => sentences.map(({ text }) => text)))
  const shared = ({ sections }: SourceArticle) =>
    sections.flatMap(({ sentences }) => sentences).filter(({ text }) => live.has(text)).length
  const found =
    named ??
    articles.find(({ frontMatter }) => frontMatter.url === from) ??
    [...articles].sort((a, b) => shared(b) - shared(a))[0]
  if (!found) stop('There is no approved article to compare with.')
  return found
}

async function bytesOf(from: string): Promise<Uint8Array> {
  if (!/^https?:\/\//.test(from)) {
    if (!existsSync(from))
      stop(`${from}: there is no such file. Check the name, or write an address that begins with https://.`)
    return readFileSync(from)
  }
  try {
    const response = await fetch(from, { signal: AbortSignal.timeout(TIMEOUT_MS), headers: { accept: 'text/html' } })
    if (!response.ok) stop(`${from} answered ${response.status}. Is the page still there? Open it in a browser.`)
    if (Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) stop(`${from}: the page is larger than 20 MB.`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    stop(`${from} could not be reached (${error instanceof Error ? error.message : error}). Try again later.`)
  }
}

function readAuthored(): ReadonlyMap<string, string> {
  const files = globSync('**/*.{md,yaml,json}', { cwd: here })
  return new Map(files.map((file) => [file, readFileSync(join(here, file), 'utf8')]))
}

function stop(message: string): never {
  console.error(message)
  process.exit(EXIT.couldNotCheck)
}
