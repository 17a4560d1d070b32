// What is published is in the history, or no disputed reply could be had again.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { uncommittedFindings } from './uncommitted-findings.ts'

test('names each file that a reply depends on and that is not committed', () => {
  const root = mkdtempSync(join(tmpdir(), 'clinic-chat-history-'))
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const git = (...command: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@clinic.example', ...command], { cwd: root })
  const paths = () => uncommittedFindings(root).map(({ path }) => path)

  write('knowledge/gaps/cost.yaml', 'one')
  write('README.md', 'one')
  expect(paths()).toEqual([]) // no history, nothing to compare with
  git('init', '--quiet')
  expect(paths()).toEqual(['knowledge/gaps/cost.yaml'])
  git('add', '--all')
  git('commit', '--quiet', '--message', 'first')
  expect(paths()).toEqual([])
  write('knowledge/gaps/cost.yaml', 'two')
  write('knowledge/approval.json', '{}')
  write('README.md', 'two')
  write('server/answer/rank.ts', 'new')
  expect(paths()).toEqual(['knowledge/gaps/cost.yaml', 'server/answer/rank.ts'])
  rmSync(root, { recursive: true })
})
