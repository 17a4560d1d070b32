// The builder as an author runs it, on a copy of the folder, so that nobody else's knowledge.json is touched.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../../', import.meta.url))
let copy = ''
const generated = (name: string) => join(copy, 'knowledge', name)
const removeGenerated = () => {
  for (const name of ['knowledge.json', 'answers.json', 'safety.json', 'examples.json'])
    rmSync(generated(name), { force: true })
}
const build = () => spawnSync(process.execPath, ['knowledge/build.ts'], { cwd: copy, encoding: 'utf8' })

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'clinic-chat-knowledge-'))
  cpSync(join(project, 'knowledge'), join(copy, 'knowledge'), { recursive: true })
  cpSync(join(project, 'package.json'), join(copy, 'package.json'))
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('npm run knowledge', { timeout: 60_000 }, () => {
  test('writes byte-identical files from the same sources', () => {
    const runs = [1, 2].map(() => {
      removeGenerated()
      const { status, stderr } = build()
      expect([status, stderr]).toEqual([0, ''])
      return [readFileSync(generated('knowledge.json')), readFileSync(generated('safety.json'))] as const
    })
    expect(runs[0]?.[0].equals(runs[1]?.[0] ?? Buffer.of())).toBe(true)
    expect(runs[0]?.[1].equals(runs[1]?.[1] ?? Buffer.of())).toBe(true)
  })

  test('takes in an article dropped into articles/ and says that nobody has written entries for it', () => {
    const dropped = join(copy, 'knowledge/articles/coffee.md')
    writeFileSync(dropped, '---\ntitle: Coffee\nurl: /coffee\napprovedOn: 2026-01-05\n---\n\n# Coffee\n\nIt wakes.\n')
    const { status, stdout } = build()
    rmSync(dropped)
    expect(status).toBe(0)
    expect(stdout).toContain('note: knowledge/articles/coffee.md:1 nobody has authored entries for this article yet')
    expect(readFileSync(generated('knowledge.json'), 'utf8')).toContain('"id":"coffee-coffee"')
  })

  test('fails with every problem named, and writes nothing', () => {
    removeGenerated()
    const english = generated('copy/en.yaml')
    const suggestions = generated('suggestions.yaml')
    writeFileSync(english, `${readFileSync(english, 'utf8')}\nonly-here: { text: Alone., needsReview: false }\n`)
    writeFileSync(suggestions, 'suggestions:\n  - nowhere\n')
    const { status, stderr } = build()
    expect(status).toBe(1)
    expect(stderr).toContain('knowledge/suggestions.yaml:2 there is no entry “nowhere”; name an entry by its id')
    expect(stderr).toMatch(/knowledge\/copy\/en\.yaml:\d+ “only-here” is missing in copy\/es\.yaml; add it there/)
    expect(stderr).toContain('knowledge: 2 problems to put right; nothing was written.')
    expect([existsSync(generated('knowledge.json')), existsSync(generated('safety.json'))]).toEqual([false, false])
  })
})
