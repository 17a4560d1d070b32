// npm run import -- FILE: a web page, Markdown, plain text or a Word file → an article that waits for approval.
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { parseArticle } from './article.ts'
import { articleFile, articleId } from './import/article-file.ts'
import { likelyGaps } from './import/likely-gaps.ts'
import { preview } from './import/preview.ts'
import { policyFileOf, promisesIn } from './import/promises.ts'
import { MAX_BYTES, readDocument } from './import/read-document.ts'
import { gapsFile } from './schema.ts'

/** From this size on somebody might think that nothing is happening. */
const LONG_BYTES = 300_000
/** Each becomes a question to tell from all others; a whole manual would drown them. */
const MAX_SECTIONS = 200
const USAGE = `npm run import -- FILE [--as name] [--preview] [--replace]
  FILE       a saved web page (.html), Markdown (.md), plain text (.txt) or Word (.docx)
  --as       name of the article, in lower-case words joined by hyphens
  --preview  shows what would be written, and writes nothing
  --replace  writes over the article of that name; it must be approved anew`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string' }, preview: { type: 'boolean' }, replace: { type: 'boolean' } },
})
const [file, ...more] = positionals
if (!file || more.length > 0) stop(`Name one file.\n${USAGE}`, 2)
if (!existsSync(file) || !statSync(file).isFile()) stop(`${file}: there is no such file. Check the name.`, 2)
const { size } = statSync(file)
const articles = join(import.meta.dirname, 'articles')

progress(`1/3 reading ${(size / 1024 / 1024).toFixed(1)} MB`)
// One byte more than allowed tells that it is too much, whatever the rest holds.
const bytes = size > MAX_BYTES ? new Uint8Array(MAX_BYTES + 1) : readFileSync(file)
progress('2/3 finding the text')
const read = await readDocument(bytes, basename(file))
if (read.kind === 'refused') stop(`${file}: ${read.what}; ${read.instead}. Nothing was written.`, 1)
const { document } = read
const id = options.as ?? articleId(document.title)
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) stop(`--as ${id}: write lower-case words joined by hyphens.`, 2)
progress('3/3 reading sentences')
const text = articleFile(document)
const sections = parseArticle(document.title, text.replace(/^---\n[\s\S]*?\n---\n/, ''))
if (sections.length > MAX_SECTIONS)
  stop(
    `${file}: ${sections.length} headings are more than one article; import it page by page. Nothing was written.`,
    1,
  )
console.log(`${preview(document, sections, likelyGaps(knownGaps()))}\n`)
if (options.preview) process.exit(0)

const path = join(articles, `${id}.md`)
const isThere = existsSync(path)
if (isThere && !options.replace)
  stop(
    `knowledge/articles/${id}.md is there already and was left as it is. Take another name (--as …), or say --replace; then it must be approved anew.`,
    1,
  )
const promises = promisesIn(sections.flatMap(({ sentences }) => sentences.map((one) => one.text)))
const policy = join(articles, `${id}.policy.yaml`)
// What people have decided about the earlier text is theirs.
const hasPolicy = existsSync(policy) || mainArticle() === id
writeWhole([[path, text], ...(hasPolicy ? [] : [[policy, policyFileOf(document.title, promises)] as const])])

const steps = [
  'Read it, and put right what came over wrong.',
  hasPolicy
    ? 'Look through what may be quoted of it: the decisions on the earlier text were kept.'
    : promises.length === 0
      ? `No sentence sounds like a promise. One that must not be quoted goes under “never” in knowledge/articles/${id}.policy.yaml.`
      : `Decide on the ${promises.length} sentence(s) in knowledge/articles/${id}.policy.yaml that sound like a promise; until then they are withheld.`,
  'Where a section answers what was declined so far, write below its heading, for example: covers: parking-and-transport',
  `At the top, ${document.url ? 'check' : 'write'} the address and write the day of approval. Then: npm run knowledge`,
]
console.log(`Written: knowledge/articles/${id}.md. Nothing of it is shown yet. What to do next:`)
for (const [at, step] of steps.entries()) console.log(`  ${at + 1}. ${step}`)

/** All of it or nothing: a full disk must not leave half an article behind. */
function writeWhole(contents: readonly (readonly [target: string, content: string])[]): void {
  try {
    for (const [target, content] of contents) writeFileSync(`${target}.part`, content)
    for (const [target] of contents) renameSync(`${target}.part`, target)
  } finally {
    for (const [target] of contents) rmSync(`${target}.part`, { force: true })
  }
}

/** What is declined now. A file that does not fit is the build's to complain about. */
function knownGaps() {
  return globSync(join(import.meta.dirname, 'gaps/*.yaml')).flatMap((path) => {
    const parsed = gapsFile.safeParse(parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data.gaps : []
  })
}

function mainArticle(): string {
  return parse(readFileSync(join(import.meta.dirname, 'policy.yaml'), 'utf8')).article
}

function progress(step: string): void {
  if (size > LONG_BYTES) console.error(`${step} …`)
}

function stop(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}
