// npm run bench:widget: our widget, two floors and seven peers, interleaved in one browser; the table goes to decisions/.
//
//   npm run bench:widget            9 runs each, desktop and mobile profile (about ten minutes)
//   npm run bench:widget -- 3       fewer, to try it out: the table is printed and not written
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { ensureWidgetIsBuilt, PUBLIC } from '../browser/built-widget.ts'
import { launchBrowser } from '../browser/chromium.ts'
import { brotli, filesOf } from '../widget/budget.ts'
import { serve } from './bench-server.ts'
import type { Contestant } from './contestants.ts'
import { EMPTY, FLOORS, OURS, PEERS } from './contestants.ts'
import type { Profile, Run } from './measure.ts'
import { measure } from './measure.ts'

const FULL_RUNS = 9
const runs = Number(process.argv[2] ?? FULL_RUNS)
const ROOT = join(import.meta.dirname, '../..')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TABLE = join(ROOT, 'decisions/widget-bench.md')

const workshop = mkdtempSync(join(tmpdir(), 'clinic-chat-bench-'))
await ensureWidgetIsBuilt()
await buildFloors(join(workshop, 'floor'))
const fetched = PEERS.filter((peer) => unpack(peer))
const contestants = [EMPTY, ...FLOORS, OURS, ...fetched]

const server = await serve(
  new Map(contestants.map((it, index) => [`/${index}.html`, pageOf(it)])),
  new Map([
    ['ours', PUBLIC],
    ['floor', join(workshop, 'floor')],
    ...fetched.map((peer) => [slug(peer), join(workshop, slug(peer))] as const),
  ]),
)
const browser = await launchBrowser()
const all = new Map<string, Run[]>()
// Interleaved, so that a slow minute of the machine falls on everybody.
for (let run = -1; run < runs; run++)
  for (const profile of ['desktop', 'mobile'] as const)
    for (const [index, { name }] of contestants.entries()) {
      const one = await measure(browser, `${server.origin}/${index}.html`, profile)
      // The first round warms up browser and server, and does not count.
      if (run >= 0) all.set(`${name} ${profile}`, [...(all.get(`${name} ${profile}`) ?? []), one])
    }
const lines = []
for (const [index, contestant] of contestants.entries())
  lines.push(await lineOf(browser, contestant, `${server.origin}/${index}.html`))
await browser.close()
server.close()

const table = tableOf(lines)
console.log(table)
if (runs >= FULL_RUNS) {
  mkdirSync(join(ROOT, 'decisions'), { recursive: true })
  writeFileSync(TABLE, table)
}

function slug({ name }: Contestant) {
  return name.replace(/\W+/g, '-')
}

/** False, with a line saying so, when the registry does not give it. */
function unpack(peer: Contestant): boolean {
  try {
    const folder = join(workshop, slug(peer))
    mkdirSync(folder)
    execFileSync('npm', ['pack', '--silent', peer.npm ?? ''], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] })
    const [tarball = ''] = readdirSync(folder)
    execFileSync('tar', ['xzf', tarball, '--strip-components=1'], { cwd: folder })
    return true
  } catch {
    console.log(`${peer.npm}: could not be had, left out`)
    return false
  }
}

async function buildFloors(outDir: string) {
  for (const entry of ['one-file.tsx', 'two-files.ts'])
    await build({
      configFile: false,
      logLevel: 'error',
      mode: 'production',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2022',
        rolldownOptions: {
          input: join(import.meta.dirname, 'floor', entry),
          output: { entryFileNames: '[name].js', format: 'es' },
        },
      },
    })
}

function pageOf(contestant: Contestant) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title></head>
    <body><main><h1>A page</h1>${'<p>Some words of a page that has a chat on it.</p>'.repeat(20)}</main>
    ${contestant.html(`/${slug(contestant)}`)}</body></html>`
}

interface Line {
  readonly name: string
  readonly desktop: Run
  readonly mobile: Run
  readonly axe: string
  readonly violations: number
}

async function lineOf(browser: Browser, { name }: Contestant, url: string): Promise<Line> {
  const medianRun = (profile: Profile): Run => {
    const of = all.get(`${name} ${profile}`) ?? []
    const median = (key: keyof Run) => of.map((run) => run[key]).toSorted((a, b) => a - b)[of.length >> 1] ?? Number.NaN
    return {
      bytes: median('bytes'),
      requests: median('requests'),
      visibleMs: median('visibleMs'),
      scriptMs: median('scriptMs'),
      blockingMs: median('blockingMs'),
      heap: median('heap'),
      layoutShift: median('layoutShift'),
    }
  }
  return { name, desktop: medianRun('desktop'), mobile: medianRun('mobile'), ...(await judge(browser, url)) }
}

/** axe, WCAG rules and best-practice rules broken with the launcher on the page; and violations of a strict CSP. */
async function judge(browser: Browser, url: string) {
  const page = await browser.newPage()
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' })
    }
  })
  await page.goto(url)
  await page.waitForTimeout(1000)
  await page.evaluate(AXE)
  const broken = await page.evaluate(async () => {
    const { axe: it } = window as unknown as { axe: typeof axe }
    return (await it.run(document)).violations.map(({ tags }) => tags.includes('best-practice'))
  })
  await page.close()
  const strict = await browser.newPage()
  await strict.addInitScript(() => {
    let violations = 0
    document.addEventListener('securitypolicyviolation', () => violations++)
    Object.assign(window, { violations: () => violations })
  })
  // Peers with inline code fail at once; that is the page builder's trouble with them too.
  await strict.goto(`${url}?csp`)
  await strict.waitForTimeout(1000)
  const violations = await strict.evaluate(() => (window as unknown as { violations: () => number }).violations())
  await strict.close()
  const best = broken.filter(Boolean).length
  return { axe: `${broken.length - best}; ${best}`, violations }
}

function tableOf(lines: readonly Line[]) {
  const empty = lines.find(({ name }) => name === EMPTY.name)
  const ours = lines.find(({ name }) => name === OURS.name)
  if (!empty || !ours) throw new Error('[clinic-chat] the bench lost its own lines')
  const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(0))
  const rows = lines.map(({ name, desktop, mobile, axe, violations }) =>
    [
      name,
      desktop.bytes,
      name === EMPTY.name ? '' : `${(desktop.bytes / ours.desktop.bytes).toFixed(1)}×`,
      desktop.requests,
      ms(desktop.visibleMs),
      ms(mobile.visibleMs),
      (desktop.scriptMs - empty.desktop.scriptMs).toFixed(1),
      ms(mobile.blockingMs),
      ((desktop.heap - empty.desktop.heap) / 1024).toFixed(0),
      Math.max(desktop.layoutShift, mobile.layoutShift).toFixed(4),
      axe,
      violations,
    ].join(' | '),
  )
  const lightest = Math.min(
    ...lines.flatMap(({ name, desktop }) => (PEERS.some((peer) => peer.name === name) ? [desktop.bytes] : [])),
  )
  const opened = filesOf(PUBLIC, ['widget.js', 'panel']).reduce((sum, { bytes }) => sum + brotli(bytes), 0)
  return `# The widget beside its peers, as measured

Written by \`npm run bench:widget\`: medians of ${runs} interleaved runs after a warm-up, Chromium ${browser.version()}, loopback server, brotli 11.
Before any visitor reaches for the launcher. Mobile: CPU 4× slower, 1.6 Mbit/s, 150 ms. Script and heap are above the empty page.
CSP: violations under \`default-src 'self'\` without inline code; where a peer is started by inline code, that is among them.

| | bytes (br) | to ours | requests | seen ms, desktop | seen ms, mobile | script ms | blocking ms, mobile | heap kB | CLS | axe WCAG; best practice | CSP |
|---|---|---|---|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}

Opened, until the composer can be used, ours is ${opened} bytes in two files: ${(lightest / opened).toFixed(1)}× under the lightest peer, which
fetches nothing more on opening.
`
}
