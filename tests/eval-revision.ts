// The assistant as it was at a git revision: its own code with the knowledge and model built from its own files, kept by commit.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ExplainingAssistant } from '../server/answer/answer.ts'

const ROOT = join(import.meta.dirname, '..')
const KEPT = join(tmpdir(), 'clinic-chat-revisions')
/** A built revision takes about 15 MB; so many are kept, those last built. */
const MOST_KEPT = 5
/** What answering needs. */
const PARTS = ['server', 'knowledge', 'package.json'] as const

/** @param revision anything git takes for one. Throws, with git's or the build's own words, when there is no such assistant. */
export async function assistantAt(
  revision: string,
): Promise<{ readonly name: string; readonly assistant: Pick<ExplainingAssistant, 'answer'> }> {
  const commit = git('rev-parse', '--verify', `${revision}^{commit}`)
  const name = git('log', '-1', '--format=%h “%s”', commit)
  const kept = join(KEPT, commit)
  if (existsSync(kept)) console.log(`${name}: built before, taken from ${kept}`)
  else buildInto(kept, commit, name)
  const read = (path: string) => JSON.parse(readFileSync(join(kept, path), 'utf8'))
  const { createAssistant } = (await import(
    pathToFileURL(join(kept, 'server/answer/answer.ts')).href
  )) as typeof import('../server/answer/answer.ts') // its face has been this since there is a model
  return {
    name,
    assistant: createAssistant(
      read('knowledge/knowledge.json'),
      read('knowledge/safety.json'),
      read('server/model.json'),
    ),
  }
}

function buildInto(kept: string, commit: string, name: string): void {
  console.log(`${name}: building its knowledge and training its model, once; about a minute`)
  const worktree = mkdtempSync(join(tmpdir(), 'clinic-chat-worktree-'))
  // Interrupted, the build below ends and throws, and the worktree goes all the same.
  const unwind = () => {}
  process.on('SIGINT', unwind)
  try {
    git('worktree', 'add', '--detach', '--quiet', worktree, commit)
    symlinkSync(join(ROOT, 'node_modules'), join(worktree, 'node_modules'))
    execFileSync('npm', ['run', '--silent', 'knowledge'], { cwd: worktree, stdio: ['ignore', 'ignore', 'inherit'] })
    makeRoom()
    // Under another name until it is whole: whoever finds it takes it as it is.
    const growing = `${kept}.${process.pid}`
    for (const part of PARTS) cpSync(join(worktree, part), join(growing, part), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(growing, 'node_modules'))
    // Somebody else's may have grown up meanwhile.
    if (existsSync(kept)) rmSync(growing, { recursive: true })
    else renameSync(growing, kept)
  } finally {
    process.off('SIGINT', unwind)
    rmSync(worktree, { recursive: true, force: true })
    git('worktree', 'prune')
  }
}

function makeRoom(): void {
  mkdirSync(KEPT, { recursive: true })
  const byAge = readdirSync(KEPT)
    .map((folder) => join(KEPT, folder))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of byAge.slice(MOST_KEPT - 1)) rmSync(folder, { recursive: true, force: true })
}

function git(...command: readonly string[]): string {
  return execFileSync('git', command, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
}
