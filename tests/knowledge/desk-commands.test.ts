// import, check-article and draft as somebody at the clinic runs them, on a copy of the folder.
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { realApp } from '../server/real-app.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const MAIN = 'how-does-ketamine-help-anxiety'
let copy = ''
const at = (path: string) => join(copy, path)
const read = (path: string) => readFileSync(at(path), 'utf8')
const run = (command: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`knowledge/${command}.ts`, ...args], {
    cwd: copy,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const articles = () => readdirSync(at('knowledge/articles')).toSorted()

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'clinic-chat-desk-'))
  cpSync(join(project, 'knowledge'), at('knowledge'), { recursive: true })
  cpSync(join(project, 'tests/fixtures/articles'), at('from'), { recursive: true })
  cpSync(join(project, 'package.json'), at('package.json'))
  symlinkSync(join(project, 'node_modules'), at('node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('npm run import', { timeout: 240_000 }, () => {
  const ID = 'your-first-visit-start-to-finish'

  test('--preview shows the sections and what they may answer, and writes nothing', () => {
    const before = articles()
    const { status, stdout } = run('import-cli', 'from/first-visit.html', '--preview')
    expect(status).toBe(0)
    expect(stdout).toContain('“Your First Visit, Start to Finish”: 14 headings, 63 sentences, 923 words, English.')
    expect(stdout).toMatch(/Parking · 3 sentences · .*\n\s+may answer what is declined now: parking-and-transport/)
    expect(articles()).toEqual(before)
  })

  test('writes an article that waits, with what sounds like a promise withheld', () => {
    expect(run('import-cli', 'from/first-visit.html').status).toBe(0)
    expect(read(`knowledge/articles/${ID}.md`)).toMatch(/^approvedOn:$/m)
    expect(read(`knowledge/articles/${ID}.policy.yaml`)).toContain(
      '  - sentence: Contact us today to start your journey!',
    )
    const { status, stdout } = run('build')
    expect(status).toBe(0)
    expect(stdout).toContain(`${ID}.md:7 nobody has approved this text yet, so nothing of it is shown`)
    expect(read('knowledge/knowledge.json')).not.toContain('harborlight')
  })

  test('leaves an article that is there as it is, until it is told to replace it, and then keeps what was decided', () => {
    const path = `knowledge/articles/${ID}.md`
    const approved = read(path).replace('approvedOn:\n', 'approvedOn: 2026-11-23\n')
    writeFileSync(at(path), approved)
    writeFileSync(at(`knowledge/articles/${ID}.policy.yaml`), 'never: []\n')
    const refused = run('import-cli', 'from/first-visit.html')
    expect([refused.status, read(path)]).toEqual([1, approved])
    expect(refused.stderr).toContain('is there already and was left as it is')
    expect(run('import-cli', 'from/first-visit.html', '--replace').status).toBe(0)
    expect(read(path)).toMatch(/^approvedOn:$/m)
    expect(read(`knowledge/articles/${ID}.policy.yaml`)).toBe('never: []\n')
  })

  test('a file that cannot be read leaves nothing behind', () => {
    const before = articles()
    writeFileSync(at('from/cut.docx'), readFileSync(at('from/times-and-lists.docx')).subarray(0, 900))
    const { status, stderr } = run('import-cli', 'from/cut.docx')
    expect([status, articles()]).toEqual([1, before])
    expect(stderr).toContain('open it in Word, save it once more as .docx and import that. Nothing was written.')
  })
})

const named = (draft: string) => `knowledge/entries/${draft.replace('.draft', '')}`
/** As a person would: each entry asked about in a way of its own. */
const corrected = (draft: string) => {
  const file = parse(draft)
  for (const entry of file.entries) entry.phrasings.en = [`insomnio ${entry.id.replaceAll('-', '')}`]
  return stringify(file)
}

describe('npm run draft', { timeout: 240_000 }, () => {
  test('writes a draft for each section, which the build reads once “.draft” is gone from the names', () => {
    run('import-cli', 'from/sleep-and-anxiety.txt', '--as', 'sleep')
    const waiting = run('draft-cli', 'sleep')
    expect([waiting.status, waiting.stderr]).toEqual([2, expect.stringContaining('Nobody has approved sleep yet.')])
    const path = 'knowledge/articles/sleep.md'
    const approved = read(path)
      .replace(/^url:.*/m, 'url: https://clinic.example/sleep')
      .replace('approvedOn:\n', 'approvedOn: 2026-11-23\n')
    writeFileSync(at(path), approved.replace('\nA worried mind', '\n## Worries at night\n\nA worried mind'))
    expect(run('draft-cli', 'sleep').status).toBe(0)
    const drafts = readdirSync(at('knowledge/entries')).filter((name) => name.includes('.draft.'))
    expect(drafts).toEqual(['sleep-sleep-and-anxiety.draft.yaml', 'sleep-worries-at-night.draft.yaml'])
    for (const name of drafts) writeFileSync(at(named(name)), corrected(read(`knowledge/entries/${name}`)))
    const built = run('build')
    expect([built.status, built.stderr]).toEqual([0, ''])
    expect(built.stdout).not.toContain('nobody has authored entries')
  })

  test('says which articles there are', () => {
    expect(run('draft-cli', 'nowhere').stderr).toContain(`There is no approved article “nowhere”. There is: ${MAIN}`)
  })
})

describe('npm run check-article', { timeout: 240_000 }, () => {
  const SENTENCE = 'Panic disorder is characterized by recurring panic attacks'
  /** Our own demonstration page: the article with a menu, a snippet and a footer around it. */
  const livePage = async (change: (html: string) => string) => {
    const html = await (await realApp().app.request('/')).text()
    writeFileSync(at('live.html'), change(html))
    return 'live.html'
  }

  test('exits with 0 while the page says what was approved', async () => {
    const { status, stdout } = run('check-article-cli', await livePage((html) => html), '--article', MAIN)
    expect([status, stdout]).toEqual([0, `${MAIN}: all 71 approved sentences are on the page.\n`])
  })

  test('names a deleted and a changed sentence with their entries, and exits with 1', async () => {
    const page = await livePage((html) =>
      html
        .replace(/Panic disorder is characterized by[^.]*\. /, '')
        .replace('has been used in medical settings for decades', 'has been used in hospitals for decades'),
    )
    const { status, stdout } = run('check-article-cli', page, '--article', MAIN)
    expect(status).toBe(1)
    expect(stdout).toMatch(
      new RegExp(`articles/${MAIN}\\.md:\\d+ missing: “${SENTENCE}.*\\n  quoted by: .*panic-disorder`),
    )
    expect(stdout).toMatch(
      /changed: “Originally developed.*\n {2}the page says now: “Originally developed as an anesthetic, ketamine has been used in hospitals for decades\.”/,
    )
  })

  test('--withdraw takes them out of the replies at the next build', async () => {
    const page = await livePage((html) => html.replace(/Panic disorder is characterized by[^.]*\. /, ''))
    expect(run('check-article-cli', page, '--article', MAIN, '--withdraw').status).toBe(1)
    expect(read('knowledge/policy.yaml')).toMatch(
      /why: Not on the clinic's page when it was checked on \d{4}-\d\d-\d\d\./,
    )
    expect(run('build').status).toBe(0)
    const { entries } = JSON.parse(read('knowledge/knowledge.json'))
    expect(
      entries.flatMap(({ say }: { say: { text: string }[] }) => say.filter(({ text }) => text.startsWith(SENTENCE))),
    ).toEqual([])
  })

  test('reads the page from its address', async () => {
    const html = await (await realApp().app.request('/')).text()
    const server = createServer((_, response) => response.end(html)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // it listens on a port
    const args = ['knowledge/check-article-cli.ts', `http://127.0.0.1:${port}/`, '--article', MAIN]
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: copy }).finally(() => server.close())
    expect(stdout).toBe(`${MAIN}: all 71 approved sentences are on the page.\n`)
  })

  test('exits with 2 when it could not check, and does not call that a drift', () => {
    const { status, stderr } = run('check-article-cli', 'nowhere.html')
    expect([status, stderr]).toEqual([2, expect.stringContaining('nowhere.html: there is no such file.')])
    expect(run('check-article-cli', 'http://127.0.0.1:9/').status).toBe(2)
    expect(existsSync(at('nowhere.html'))).toBe(false)
  })
})
