// npm run pin: keeps the widget as it is now in releases/, under a name that tells its content, for pages that pin a version.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** One line of releases.json, newest first. */
interface Release {
  /** "0.1.0-3f9a2c41": the package's version, and the beginning of the file's SHA-256. Another content, another name. */
  readonly id: string
  readonly pinnedOn: string
  /** For the script tag. */
  readonly integrity: string
}

const root = join(import.meta.dirname, '..')
const { values: options } = parseArgs({
  options: {
    to: { type: 'string', default: join(root, 'releases') },
    /** Takes the built widget as it is. For tests. */
    'as-is': { type: 'boolean', default: false },
  },
})

if (!options['as-is']) run('npm', 'run', '--silent', 'ready')
refuseTheMoment()
const made = mkdtempSync(join(tmpdir(), 'clinic-chat-pin-'))
// Without the clinic's phone: a file that never changes must not hold what may.
run('npx', 'vite', 'build', '--mode', 'pinned', '--outDir', made)
const bytes = readFileSync(join(made, 'widget.js'))
rmSync(made, { recursive: true })

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const id = `${version}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`
const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
const list = join(options.to, 'releases.json')
const earlier: readonly Release[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [] // written below
if (earlier.some((release) => release.id === id)) {
  console.log(`pin: ${id} is there already.`)
} else {
  const folder = join(options.to, id)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'widget.js'), bytes)
  // Their names tell their content, and the file above names the first of them.
  cpSync(join(root, 'dist/public/chunks'), join(folder, 'chunks'), { recursive: true })
  const release: Release = { id, pinnedOn: new Date().toISOString().slice(0, 10), integrity }
  writeFileSync(list, `${JSON.stringify([release, ...earlier], null, 2)}\n`)
  console.log(
    `pin: releases/${id}. Commit it, and publish; /embed/ then offers the tag. It works for as long as it is there.`,
  )
}

/** What is kept for months must not say for months what was meant for days. */
function refuseTheMoment(): void {
  const { clinic } = JSON.parse(readFileSync(join(root, 'knowledge/answers.json'), 'utf8'))
  const [found] = ['paused', 'announcement'].filter((name) => clinic[name])
  if (!found) return
  console.error(
    `[clinic-chat] "${found}" in knowledge/clinic.json would stay in the pinned widget. Pin when it is out.`,
  )
  process.exit(1)
}

function run(command: string, ...args: readonly string[]): void {
  try {
    execFileSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
  } catch {
    process.exit(1) // it has said why
  }
}
