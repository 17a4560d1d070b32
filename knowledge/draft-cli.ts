// npm run draft -- ARTICLE: starter entries for an approved article, written beside the others as drafts.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { assemble } from './assemble.ts'
import { draftsOf } from './draft.ts'
import { phrasingOwners, tokens } from './lint-phrasings.ts'
import { parseSources } from './sources.ts'

const USAGE = `npm run draft -- ARTICLE [--replace]
  ARTICLE    name of an approved article: a file in knowledge/articles/ without its ending
  --replace  writes over drafts that are there already`

const here = import.meta.dirname
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { replace: { type: 'boolean' } },
})
const [named, ...more] = positionals
if (!named || more.length > 0) stop(`Name one article.\n${USAGE}`)
const files = globSync('**/*.{md,yaml,json}', { cwd: here })
const { sources, findings } = parseSources(new Map(files.map((file) => [file, readFileSync(join(here, file), 'utf8')])))
if (!sources)
  stop(
    `The knowledge itself does not build (${findings.find(({ severity }) => severity === 'error')?.what}). Put that right first: npm run knowledge`,
  )

const id = named.replace(/^.*\//, '').replace(/\.md$/, '')
const { articles } = assemble(sources, new Map())
const article = articles.find((one) => one.id === id)
if (!article) {
  const isWaiting = findings.some(({ file }) => file === `articles/${id}.md`)
  stop(
    isWaiting
      ? `Nobody has approved ${id} yet. Write the day of approval at the top of knowledge/articles/${id}.md first.`
      : `There is no approved article “${id}”. There is: ${articles.map((one) => one.id).join(', ')}.`,
  )
}
const sections = sources.articles.find((one) => one.id === id)?.sections ?? []
const quoted = new Set(sources.entries.flatMap(({ content }) => content.entries.flatMap(({ say }) => say)))
const taken = new Set(
  phrasingOwners(sources).flatMap(({ owners }) =>
    owners.flatMap(({ phrasings: { en, es } }) => [...en, ...es].map((text) => tokens(text).join(' '))),
  ),
)
const drafts = draftsOf(
  article,
  (at) => (sections[at]?.covers.length ?? 0) > 0,
  (text) => quoted.has(text),
  taken,
)
if (drafts.length === 0) console.log(`Nothing to draft: entries quote every sentence of ${id} that may be quoted.`)
let written = 0
for (const { file, section, entries, text } of drafts) {
  const path = join(here, file)
  if (existsSync(path) && !options.replace) {
    console.log(`knowledge/${file} is there already and was left as it is (--replace writes over it)`)
    continue
  }
  writeFileSync(path, text)
  written++
  console.log(`knowledge/${file}: ${entries} ${entries === 1 ? 'entry' : 'entries'} for “${section}”`)
}
if (written > 0)
  console.log(
    'The build does not read them yet. Correct them, then take “.draft” out of all their names at once: from then on the article’s headings answer for nothing, and the build names each sentence that no entry quotes.',
  )

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
