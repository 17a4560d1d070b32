// Which files a reply depends on, and the text whose hash is their version. Pure: it can be had of a folder and of a git revision.

/** Approving changes no reply; all else that is written for the assistant, and its answering core, may. */
export function isPartOfVersion(path: string): boolean {
  if (/^knowledge\/appro(val|ved)\.json$/.test(path)) return false
  return /^knowledge\/.+\.(md|yaml|json|ts)$/.test(path) || /^server\/answer\/.+\.ts$/.test(path)
}

/** Digits of the SHA-256 of `versionText` that people see and write. */
export const VERSION_LENGTH = 12

/** @param blobs path from the project's root → git's own hash of the file's content, which a history has ready. */
export function versionText(blobs: ReadonlyMap<string, string>): string {
  const parts = [...blobs].filter(([path]) => isPartOfVersion(path)).map(([path, blob]) => `${path} ${blob}\n`)
  return parts.sort().join('')
}
