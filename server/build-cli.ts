// The builder's command line: makes what is stale for running here (--ready), deploys to Workers (--deploy), or builds dist/.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isDemonstrationNumber } from './demonstration.ts'
import { NODE_FLAGS } from './node-flags.ts'
import { licencesText } from './node-licences.ts'
import type { EarlierFiles } from './node-releases.ts'
import { addEarlierFiles, readEarlierFiles } from './node-releases.ts'
import { workersHeadersFile } from './workers-headers.ts'

const root = join(import.meta.dirname, '..')
const at = (...path: readonly string[]) => join(root, ...path)
const PUBLIC = 'dist/public'
/** Made before the server is bundled; whatever else is there is of an earlier build. */
const KEPT_IN_DIST = new Set(['public', 'widget.sha256'])
const KNOWLEDGE_FILES = ['knowledge/answers.json', 'knowledge/safety.json', 'server/model.json'] as const

const { values: options } = parseArgs({
  options: {
    ready: { type: 'boolean', default: false },
    deploy: { type: 'boolean', default: false },
    /** Releases although the phone number is for demonstrations. */
    demo: { type: 'boolean', default: false },
    /** Public folder of the release before: pages that still have its launcher go on finding its files. */
    keep: { type: 'string' },
    /** Takes knowledge and widget as they are. For tests, which run beside others that read them. */
    'as-is': { type: 'boolean', default: false },
  },
})

const earlier = options.keep === undefined ? null : earlierIn(resolve(options.keep))
if (!options['as-is']) run('npm', 'run', '--silent', 'knowledge')
if (options.ready) mentionDemonstration()
else refuseDemonstration()
if (!options['as-is']) buildWidget()
if (earlier) console.log(`public/: ${addEarlierFiles(earlier, at(PUBLIC))} file(s) of earlier releases kept.`)
if (options.deploy) run('wrangler', 'deploy')
else if (!options.ready) await bundleServer()

/** The Node server says it itself when it starts; under wrangler this is the only place that can. */
function mentionDemonstration(): void {
  if (process.env.WRANGLER_COMMAND === undefined || !isDemonstrationNumber(clinicPhone())) return
  console.log('[clinic-chat] a demonstration: the phone number in knowledge/clinic.json is fictional')
}

/** A release whose phone reaches nobody would be worse than no chat at all. */
function refuseDemonstration(): void {
  const phone = clinicPhone()
  if (!isDemonstrationNumber(phone) || options.demo) return
  console.error(
    `[clinic-chat] "phone": "${phone}" in knowledge/clinic.json is a number for demonstrations and reaches nobody. ` +
      "Write the clinic's own, or say --demo if this is a demonstration.",
  )
  process.exit(1)
}

function clinicPhone(): string {
  return JSON.parse(readFileSync(at('knowledge/answers.json'), 'utf8')).clinic.phone
}

function earlierIn(folder: string): EarlierFiles {
  const found = readEarlierFiles(folder)
  if (found) return found
  console.error(
    `[clinic-chat] --keep ${folder}: there is no widget.js in it. Name the public folder of an earlier build.`,
  )
  process.exit(1)
}

/** Rebuilds the widget when a source of it has changed, by content. What the server adds to it is always written. */
function buildWidget(): void {
  const sources = [
    'widget/**/*',
    'server/contract.ts',
    'server/answer/**/*',
    'knowledge/answers.json',
    'knowledge/safety.json',
    'knowledge/*.ts',
    'server/offline-model.json',
    'vite.config.ts',
    'package-lock.json',
  ]
  const hash = hashOf(sources)
  const stamp = at('dist/widget.sha256')
  if (existsSync(at(PUBLIC, 'widget.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    console.log('widget: up to date.')
  } else {
    console.log('widget: building.')
    // A test runner sets NODE_ENV to "test", which would build for development.
    run('npm', 'run', '--silent', 'build:widget')
    writeFileSync(stamp, hash)
  }
  mkdirSync(at(PUBLIC, 'pages'), { recursive: true })
  for (const file of ['page.css', 'faq.css', 'reference.js'])
    cpSync(at('server/pages', file), at(PUBLIC, 'pages', file))
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-bundle.js.LICENSE.txt'])
    cpSync(at('node_modules/swagger-ui-dist', file), at(PUBLIC, 'pages', file))
  writeFileSync(at(PUBLIC, 'licences.txt'), licencesText(root))
  // Pages that pinned an earlier widget go on finding it.
  if (existsSync(at('releases'))) cpSync(at('releases'), at(PUBLIC), { recursive: true })
  else if (!existsSync(at(PUBLIC, 'releases.json'))) writeJson(`${PUBLIC}/releases.json`, [])
  writeFileSync(at(PUBLIC, '_headers'), workersHeadersFile())
}

/** One file that runs on Node without node_modules, beside its knowledge and a package.json that says so. */
async function bundleServer(): Promise<void> {
  const { build } = await import('vite')
  for (const name of readdirSync(at('dist'))) if (!KEPT_IN_DIST.has(name)) rmSync(at('dist', name), { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'server/node.ts',
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'server.js', codeSplitting: false } },
    },
  })
  for (const file of KNOWLEDGE_FILES) cpSync(at(file), at('dist', file.slice(file.lastIndexOf('/') + 1)))
  const { name, version, license } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const manifest = {
    name,
    version,
    private: true,
    license,
    type: 'module',
    engines: { node: '>=20.19' },
    scripts: { start: `node ${NODE_FLAGS.join(' ')} server.js` },
  }
  const lock = {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name, version, license, engines: manifest.engines } },
  }
  writeJson('dist/package.json', manifest)
  writeJson('dist/package-lock.json', lock)
  console.log(
    `dist/: server.js (${Math.round(statSync(at('dist/server.js')).size / 1024)} kB), its knowledge, public/. Run it with \`npm start\` there.`,
  )
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of globSync([...patterns], { cwd: root }).toSorted()) {
    if (statSync(at(path)).isFile())
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(at(path)))
        .update('\0')
  }
  return hash.digest('hex')
}

function writeJson(path: string, value: object): void {
  writeFileSync(at(path), `${JSON.stringify(value, null, 2)}\n`)
}

function run(command: string, ...args: readonly string[]): void {
  try {
    execFileSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
  } catch {
    process.exit(1) // it has said why
  }
}
