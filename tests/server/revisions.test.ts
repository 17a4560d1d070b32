// A disputed reply can be had again: the version that the panel told, the question and the time give it to the letter.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assistantAt } from '../../server/node-revisions.ts'
import { realAssistant } from '../questions/assistant.ts'

const project = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'clinic-chat-disputed-'))
const places = { root: join(folder, 'project'), kept: join(folder, 'kept') }
const at = (path: string) => join(places.root, path)
const git = (...command: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@clinic.example', ...command], {
    cwd: places.root,
    encoding: 'utf8',
  })
const commit = (message: string) => {
  git('add', '--all', ':!node_modules')
  git('commit', '--quiet', '--message', message)
}
const { assistant: today, knowledge } = realAssistant()
/** As visitors ask: every title and a few phrasings of everything, in both languages; one cry for help. */
const questions = [
  ...knowledge.entries.flatMap(({ question, questionEs }) => [question, questionEs]),
  ...[...knowledge.gaps, ...knowledge.smalltalk, ...knowledge.clinicFacts].flatMap(({ phrasings }) => [
    ...phrasings.en.slice(0, 3),
    ...phrasings.es.slice(0, 1),
  ]),
  'I want to die',
]
const MESSAGE = 'Our article doesn’t give prices, and we won’t guess.'

beforeAll(() => {
  for (const path of ['knowledge', 'server', 'package.json', 'package-lock.json', '.gitignore'])
    cpSync(join(project, path), at(path), { recursive: true })
  symlinkSync(join(project, 'node_modules'), at('node_modules'))
  git('init', '--quiet')
  commit('as it was when somebody asked')
  const gap = at('knowledge/gaps/cost.yaml')
  writeFileSync(gap, readFileSync(gap, 'utf8').replace(MESSAGE, 'Prices are for the clinic to tell.'))
  commit('another wording')
  writeFileSync(at('README.md'), 'Not part of any reply.\n')
  commit('something else')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a version', { timeout: 120_000 }, () => {
  test('and a question give the reply of then, to the letter', async () => {
    const now = new Date('2026-11-23T15:00:00Z')
    const { assistant, name, hasOtherPackages } = await assistantAt(knowledge.version, places)
    expect([name, hasOtherPackages]).toEqual([expect.stringContaining('as it was when somebody asked'), false])
    expect(questions.length).toBeGreaterThan(900)
    for (const question of questions) {
      const then = JSON.stringify(assistant.answer({ question, history: ['what is ketamine'] }, now))
      expect(then, question).toBe(JSON.stringify(today.answer({ question, history: ['what is ketamine'] }, now)))
    }
  })

  test('is another when a word has changed, and says the other word', async () => {
    const [newest] = git('log', '--format=%H', '--', 'knowledge').split('\n')
    const { assistant } = await assistantAt(newest ?? '', places)
    const reply = assistant.answer({ question: 'how much does it cost' }, new Date())
    expect(reply).toMatchObject({ message: expect.stringMatching(/^Prices are for the clinic to tell\./) })
    const built = JSON.parse(readFileSync(join(places.kept, newest ?? '', 'knowledge/answers.json'), 'utf8'))
    expect(built.version).not.toBe(knowledge.version)
    const again = await assistantAt(built.version, places)
    expect(again.name).toContain('another wording')
  })

  test('that nobody has committed is not guessed at', async () => {
    await expect(assistantAt('0123456789ab', places)).rejects.toThrow(
      /no commit of this history has the version 0123456789ab/,
    )
  })
})
