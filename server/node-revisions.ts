// The assistant as it was at a version or a git revision: its own code with the knowledge and model built from its own files, kept by commit.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
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
import { VERSION_LENGTH, versionText } from '../knowledge/version.ts'
import type { ExplainingAssistant } from './answer/answer.ts'

/** A built revision takes about 15 MB; so many are kept, those last built. */
const MOST_KEPT = 5
/** What answering needs. */
const PARTS = ['server', 'knowledge', 'package.json'] as const
/** Trained in a minute; taken over, and trained anew only when that revision trains from something else. */
const MODELS = ['server/model.json', 'server/offline-model.json'] as const

export interface Places {
  /** The project, with its history. */
  readonly root: string
  /** Where what was built of it is kept. */
  readonly kept: string
}

const HERE: Places = { root: join(import.meta.dirname, '..'), kept: join(tmpdir(), 'clinic-chat-revisions') }

export interface Revived {
  readonly name: string
  readonly assistant: ExplainingAssistant
  /** The packages it was published with are not those that are installed here. */
  readonly hasOtherPackages: boolean
}

/**
 * @param which a version as the panel and /healthz tell it, or anything git takes for a revision.
 *
 * Throws, with git's or the build's own words, when there is no such assistant.
 */
export async function assistantAt(which: string, places: Places = HERE): Promise<Revived> {
  const git = gitIn(places.root)
  const revision = isVersion(which) ? revisionOf(which, git) : which
  const commit = git('rev-parse', '--verify', `${revision}^{commit}`)
  const name = git('log', '-1', '--format=%h “%s”', commit)
  const kept = join(places.kept, commit)
  if (existsSync(kept)) console.log(`${name}: built before, taken from ${kept}`)
  else buildInto(kept, commit, name, places)
  const read = (path: string) => JSON.parse(readFileSync(join(kept, path), 'utf8'))
  const { createAssistant } = (await import(
    pathToFileURL(join(kept, 'server/answer/answer.ts')).href
  )) as typeof import('./answer/answer.ts') // its face has been this since there is a model
  return {
    name,
    hasOtherPackages: git('diff', '--name-only', commit, '--', 'package-lock.json') !== '',
    assistant: createAssistant(
      read('knowledge/knowledge.json'),
      read('knowledge/safety.json'),
      read('server/model.json'),
    ),
  }
}

function isVersion(which: string): boolean {
  return new RegExp(`^[0-9a-f]{${VERSION_LENGTH}}$`).test(which)
}

/** The newest commit with these very files. One whose abbreviated name looks like a version is found as well. */
function revisionOf(version: string, git: Git): string {
  const candidates = git('log', '--all', '--full-history', '--format=%H', '--', 'knowledge', 'server/answer').split(
    '\n',
  )
  const found = candidates.find((commit) => commit.startsWith(version) || versionAt(commit, git) === version)
  if (found) return found
  throw new Error(
    `no commit of this history has the version ${version}: it was built from files that nobody has committed, or this is only a part of the history (git fetch --unshallow)`,
  )
}

function versionAt(commit: string, git: Git): string {
  const lines = git('ls-tree', '-r', '-z', commit, '--', 'knowledge', 'server/answer').split('\0').filter(Boolean)
  const blobs = lines.map((line) => {
    const [about = '', path = ''] = line.split('\t')
    return [path, about.split(' ')[2] ?? ''] as const
  })
  return createHash('sha256')
    .update(versionText(new Map(blobs)))
    .digest('hex')
    .slice(0, VERSION_LENGTH)
}

function buildInto(kept: string, commit: string, name: string, { root, kept: folder }: Places): void {
  const git = gitIn(root)
  console.log(`${name}: building its knowledge and training its model, once; a minute or so`)
  const worktree = mkdtempSync(join(tmpdir(), 'clinic-chat-worktree-'))
  // Interrupted, the build below ends and throws, and the worktree goes all the same.
  const unwind = () => {}
  process.on('SIGINT', unwind)
  try {
    git('worktree', 'add', '--detach', '--quiet', worktree, commit)
    symlinkSync(join(root, 'node_modules'), join(worktree, 'node_modules'))
    for (const model of MODELS) if (existsSync(join(root, model))) cpSync(join(root, model), join(worktree, model))
    execFileSync('npm', ['run', '--silent', 'knowledge'], { cwd: worktree, stdio: ['ignore', 'ignore', 'inherit'] })
    makeRoom(folder)
    // Under another name until it is whole: whoever finds it takes it as it is.
    const growing = `${kept}.${process.pid}`
    for (const part of PARTS) cpSync(join(worktree, part), join(growing, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(growing, 'node_modules'))
    // Somebody else's may have grown up meanwhile.
    if (existsSync(kept)) rmSync(growing, { recursive: true })
    else renameSync(growing, kept)
  } finally {
    process.off('SIGINT', unwind)
    rmSync(worktree, { recursive: true, force: true })
    git('worktree', 'prune')
  }
}

function makeRoom(kept: string): void {
  mkdirSync(kept, { recursive: true })
  const byAge = readdirSync(kept)
    .map((folder) => join(kept, folder))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of byAge.slice(MOST_KEPT - 1)) rmSync(folder, { recursive: true, force: true })
}

type Git = (...command: readonly string[]) => string

function gitIn(root: string): Git {
  return (...command) =>
    execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
}
