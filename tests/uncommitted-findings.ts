// What the release check finds about the history: files that replies depend on and that nobody has committed.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { isPartOfVersion } from '../knowledge/version.ts'

export interface Uncommitted {
  /** Path from the project's root. */
  readonly path: string
  readonly what: string
  readonly instead: string
}

/** Nothing where there is no git: whoever unpacked an archive has no history to keep. */
export function uncommittedFindings(root = join(import.meta.dirname, '..')): readonly Uncommitted[] {
  return changedPaths(root)
    .filter(isPartOfVersion)
    .map((path) => ({
      path,
      what: 'is not committed as it is, so no reply of this version could be had again',
      instead: 'commit it before you publish',
    }))
}

function changedPaths(root: string): readonly string[] {
  const command = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.']
  try {
    const said = execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return said.split('\0').map((line) => line.slice(3))
  } catch {
    return []
  }
}
