// Approving as a clinic does it, on a copy of the project with a small folder of knowledge: sign, change a word, be told which, sign again.
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../desk/node-content.ts'
import { smallClinic } from '../knowledge/small-clinic.ts'

const project = join(import.meta.dirname, '../..')
let copy = ''
const at = (path: string) => join(copy, path)
const run = (file: string, ...options: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...options], { cwd: copy, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}
const approve = (...options: readonly string[]) => run('desk/approve-cli.ts', ...options)
/** What the release check says of the approval; the rest of this demonstration's findings stay. */
const findings = () =>
  run('tests/release-check.ts')
    .said.split('\n')
    .filter((line) => /approv/.test(line))
const change = (file: string, from: string, to: string) => {
  const before = readFileSync(at(file), 'utf8')
  expect(before).toContain(from)
  writeFileSync(at(file), before.replace(from, to))
}
const approvalBuilt = () => {
  expect(run('knowledge/build.ts').status).toBe(0)
  return JSON.parse(readFileSync(at('knowledge/answers.json'), 'utf8')).approval
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'clinic-chat-desk-'))
  for (const part of ['knowledge/safety', 'server', 'widget', 'desk', 'package.json'])
    cpSync(join(project, part), at(part), { recursive: true })
  for (const file of globSync('knowledge/*.ts', { cwd: project })) cpSync(join(project, file), at(file))
  for (const [file, text] of smallClinic()) {
    mkdirSync(at(`knowledge/${file}/..`), { recursive: true })
    writeFileSync(at(`knowledge/${file}`), text)
  }
  mkdirSync(at('tests'))
  for (const file of ['release-check', 'release-findings', 'approval-findings', 'uncommitted-findings'])
    cpSync(join(project, `tests/${file}.ts`), at(`tests/${file}.ts`))
  symlinkSync(join(project, 'node_modules'), at('node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('npm run approve', { timeout: 60_000 }, () => {
  test('is missed by the release check, and the server says nothing of an approval', () => {
    expect(findings()).toEqual([expect.stringMatching(/^knowledge\/approval\.json:1 nobody has approved/)])
    expect(approvalBuilt()).toBeNull()
  })

  test('wants to know in which role', () => {
    const { status, said } = approve()
    expect([status, said]).toEqual([2, expect.stringContaining('npm run approve -- --role "Medical director"')])
  })

  test('satisfies the release check, and the server says by whom and when', () => {
    expect(approve('--role', 'Medical director', '--date', '2026-11-20').status).toBe(0)
    expect(findings()).toEqual([])
    expect(approvalBuilt()).toEqual({ role: 'Medical director', date: '2026-11-20' })
    const { sha256: signed } = JSON.parse(readFileSync(at('knowledge/approval.json'), 'utf8'))
    expect(signed).toBe(sha256(readFileSync(at('knowledge/approved.json'), 'utf8')))
  })

  test('no longer holds when one word of an entry changes, which is named', () => {
    change('knowledge/entries/naps.yaml', 'question: ', 'question: Tell me, ')
    const [found, ...more] = findings()
    expect(more).toEqual([])
    expect(found).toMatch(
      /^knowledge\/approved\.json:\d+ entry\/\S+ has changed since the Medical director approved on 2026-11-20: Question \(en\), “.+” → “Tell me, .+”; read it in the book/,
    )
    expect(approvalBuilt()).toBeNull()
  })

  test('names a change to the panel’s own words as well', () => {
    change('widget/copy.ts', "send: 'Send'", "send: 'Ask'")
    expect(findings()).toContainEqual(expect.stringContaining('panel/panel/send has changed'))
  })

  test('refuses a book that was printed before', () => {
    const { status, said } = approve('--role', 'Medical director', '--book', '00000000')
    expect([status, said]).toEqual([1, expect.stringContaining('changed since the book 00000000 was printed')])
    expect(findings()).not.toEqual([])
  })

  test('signed anew, covers what is there now', () => {
    const { said } = approve('--role', 'Medical director')
    expect(said).toContain('2 of them changed since the last approval')
    expect(findings()).toEqual([])
  })

  test('refuses what cannot be built', () => {
    change('knowledge/clinic.json', '+15615550100', '+1561555010')
    const { status, said } = approve('--role', 'Medical director')
    expect([status, said]).toEqual([1, expect.stringContaining('a digit is missing or too many')])
  })
})
