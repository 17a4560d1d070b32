// Carries what earlier releases promised for ever into a new public folder: the files a cached launcher or a pinned tag asks for.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Chunks named by their content, and the folders of pinned widgets. Neither holds the clinic's phone, which may have changed since. */
const LASTING = /^(chunks\/[^/]+-[\w-]{6,}\.\w+|\d+\.\d+\.\d+[^/]*\/.+)$/
const LIST = 'releases.json'

export interface EarlierFiles {
  /** By path inside the public folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** releases.json as it was: what has been pinned, newest first. */
  readonly releases: readonly { readonly id: string }[]
}

/**
 * Read before the build empties its folder, so that the folder to keep may be the very one that is built.
 *
 * @returns `null` when `folder` is no public folder of an earlier build.
 */
export function readEarlierFiles(folder: string): EarlierFiles | null {
  if (!existsSync(join(folder, 'widget.js'))) return null
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
  return {
    files: new Map(paths.filter((path) => LASTING.test(path)).map((path) => [path, readFileSync(join(folder, path))])),
    releases: existsSync(join(folder, LIST)) ? JSON.parse(readFileSync(join(folder, LIST), 'utf8')) : [], // our own build's
  }
}

/** Adds what the new folder lacks; never replaces one of its own files. Returns how many files were added. */
export function addEarlierFiles({ files, releases }: EarlierFiles, folder: string): number {
  const missing = [...files].filter(([path]) => !existsSync(join(folder, path)))
  for (const [path, bytes] of missing) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const present: readonly { readonly id: string }[] = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) // our own build's
  const earlier = releases.filter(({ id }) => !present.some((release) => release.id === id))
  writeFileSync(join(folder, LIST), `${JSON.stringify([...present, ...earlier], null, 2)}\n`)
  return missing.length
}
