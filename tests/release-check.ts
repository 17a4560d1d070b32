// npm run release-check: everything that must be done before real visitors come, at once. Fails while there is any.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSources } from '../knowledge/sources.ts'
import { releaseFindings } from './release-findings.ts'

const root = join(import.meta.dirname, '../knowledge')
const authored = globSync(['**/*.{md,yaml}', 'clinic.json'], { cwd: root }).toSorted()
const files = new Map(authored.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

const { sources, findings } = parseSources(files)
const found = sources
  ? releaseFindings(sources, new Date().toISOString().slice(0, 10))
  : findings.filter(({ severity }) => severity === 'error')
for (const { file, line, what, instead } of found) console.error(`knowledge/${file}:${line} ${what}; ${instead}`)
if (found.length > 0) {
  console.error(`release-check: ${found.length} ${found.length === 1 ? 'thing' : 'things'} to do before going live.`)
  process.exitCode = 1
} else console.log('release-check: nothing left to do here. README.md lists what only people can check.')
