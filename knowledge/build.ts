// The builder's command line: reads the authored files, lints them, writes knowledge, safety and examples as JSON. The only file with `fs`.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { approvable, approvedText, readApproval, withoutPanel } from './approval.ts'
import { assemble } from './assemble.ts'
import { lint } from './lint.ts'
import { lintAlike } from './lint-alike.ts'
import { lintClinic } from './lint-clinic.ts'
import type { SafetyFile } from './safety.ts'
import { compileSafety } from './safety.ts'
import type { Knowledge } from './schema.ts'
import { knowledge as knowledgeSchema } from './schema.ts'
import type { Files, Finding, Sources } from './sources.ts'
import { parseSources } from './sources.ts'
import { VERSION_LENGTH, versionText } from './version.ts'
import { visibleContent } from './visible.ts'

const here = dirname(fileURLToPath(import.meta.url))
const GENERATED = new Set(['knowledge.json', 'answers.json', 'safety.json', 'examples.json'])
const AUTHORED = /\.(md|yaml|json)$/

const files = readAuthored(here)
const { sources, wording, findings } = parseSources(files)
const isLint = process.argv.includes('--lint')
// The search through all pairs takes some seconds, and what it finds stops no build: only whoever asks gets it.
const nearly = wording && isLint ? lintAlike(wording) : []
const all = [...findings, ...(wording ? lint(wording) : []), ...(sources ? lintClinic(sources.clinic) : []), ...nearly]
print(all)
const errors = all.filter(({ severity }) => severity === 'error').length
if (!sources || errors > 0) {
  console.error(`knowledge: ${errors} ${errors === 1 ? 'problem' : 'problems'} to put right; nothing was written.`)
  process.exit(1)
}
if (isLint) {
  console.log('knowledge: no problems; nothing was written.')
  process.exit(0)
}
const sha256OfArticle = new Map(sources.articles.map(({ id, raw }) => [id, sha256(raw)]))
const assembled = assemble(sources, sha256OfArticle)
const knowledge = knowledgeSchema.parse({
  ...assembled,
  version: versionHere(),
  approval: approvalOf(assembled, sources),
})
writeJson('knowledge.json', knowledge)
// What answering needs of it. The phrasings are most of the file, and the model has learnt them.
writeJson('answers.json', withoutPhrasings(knowledge))
writeJson('safety.json', compileSafety(safetyFiles(files)))
// Apart from knowledge.json: training reads it, the server that answers never does.
writeJson(
  'examples.json',
  sources.safetyExamples.map(({ content }) => content),
)
const phrasings = [...knowledge.entries, ...knowledge.gaps].reduce(
  (sum, { phrasings: { en, es } }) => sum + en.length + es.length,
  0,
)
console.log(
  `knowledge: ${knowledge.articles.length} article(s), ${knowledge.entries.length} entries, ${knowledge.gaps.length} gaps, ${phrasings} phrasings.`,
)

/** Whose approval covers what is built here. The widget's own words are compared by `npm run release-check`. */
function approvalOf(assembled: Knowledge, from: Sources): Knowledge['approval'] {
  const last = readApproval(files, sha256)
  if (last.kind !== 'read') return null
  const now = approvable(visibleContent(assembled, from))
  if (approvedText(withoutPanel(last.approved)) !== approvedText(now)) return null
  return { role: last.approval.role, date: last.approval.date }
}

/** The same as of the git revision that holds these files: a reply of today can be had again from there. */
function versionHere(): string {
  const root = join(here, '..')
  const code = globSync(['knowledge/**/*.ts', 'server/answer/**/*.ts'], { cwd: root })
  const blobs = [...[...files.keys()].map((file) => `knowledge/${file}`), ...code].map((path) => {
    const bytes = readFileSync(join(root, path))
    return [
      path.replaceAll('\\', '/'),
      createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
    ] as const
  })
  return sha256(versionText(new Map(blobs))).slice(0, VERSION_LENGTH)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function withoutPhrasings(all: Knowledge): Knowledge {
  const forget = <T>(owners: readonly T[]): T[] => owners.map((owner) => ({ ...owner, phrasings: { en: [], es: [] } }))
  const { entries, gaps, smalltalk, clinicFacts } = all
  return {
    ...all,
    entries: forget(entries),
    gaps: forget(gaps),
    smalltalk: forget(smalltalk),
    clinicFacts: forget(clinicFacts),
  }
}

function readAuthored(root: string): Files {
  const found = new Map<string, string>()
  const walk = (folder: string) => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${item.name}` : item.name
      if (item.isDirectory()) walk(path)
      else if (AUTHORED.test(item.name) && !GENERATED.has(path)) found.set(path, readFileSync(join(root, path), 'utf8'))
    }
  }
  walk('')
  return found
}

/** The rules of triage: every file of safety/ but the resources, which are shown and not matched. */
function safetyFiles(all: Files): Readonly<Record<string, SafetyFile>> {
  const rules = [...all].filter(([file]) => file.startsWith('safety/') && file !== 'safety/resources.yaml')
  return Object.fromEntries(rules.map(([file, raw]) => [file, parse(raw) as SafetyFile])) // compileSafety checks it
}

function print(list: readonly Finding[]): void {
  for (const { severity, file, line, what, instead } of list) {
    const text = `knowledge/${file}:${line} ${what}; ${instead}`
    if (severity === 'error') console.error(text)
    else console.log(`note: ${text}`)
  }
}

/** Written only when it changed, so that whoever reads it meanwhile never finds half a file. */
function writeJson(name: string, value: unknown): void {
  const path = join(here, name)
  const text = `${JSON.stringify(value)}\n`
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
