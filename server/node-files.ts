// Reads from disk what the Node server serves: the built knowledge, the trained model, the static files.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Asset } from './assets.ts'
import { contentTypeOf } from './assets.ts'

/** Where things lie, seen from this file: in the repository, or in the folder that `npm run build` makes. */
export interface Layout {
  readonly knowledge: URL
  readonly safety: URL
  readonly model: URL
  readonly package: URL
  readonly public: URL
}

export function layoutAround(here: string): Layout {
  const at = (path: string) => new URL(path, here)
  // Only the built folder has a package.json beside the server. Not its knowledge: were that missing, another's would be taken.
  const isBuilt = existsSync(at('./package.json'))
  return isBuilt
    ? {
        knowledge: at('./answers.json'),
        safety: at('./safety.json'),
        model: at('./model.json'),
        package: at('./package.json'),
        public: at('./public/'),
      }
    : {
        knowledge: at('../knowledge/answers.json'),
        safety: at('../knowledge/safety.json'),
        model: at('./model.json'),
        package: at('../package.json'),
        public: at('../dist/public/'),
      }
}

/** A file the server cannot start without; its message says which command makes it. */
export class MissingFileError extends Error {}

/** @throws {MissingFileError} when it is not there or not JSON. */
export function readJson(file: URL, remedy: string): { readonly json: unknown; readonly sha256: string } {
  const name = relative(process.cwd(), fileURLToPath(file))
  let raw: Buffer
  try {
    raw = readFileSync(file)
  } catch {
    throw new MissingFileError(`${name} is missing: ${remedy}`)
  }
  try {
    return { json: JSON.parse(raw.toString('utf8')), sha256: createHash('sha256').update(raw).digest('hex') }
  } catch {
    throw new MissingFileError(`${name} is not JSON: ${remedy}`)
  }
}

/** Every static file, compressed once: what is sent a thousand times may take a moment at the start. */
export function readAssets(folder: URL): readonly Asset[] {
  if (!existsSync(folder)) return []
  const root = fileURLToPath(folder)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('_') && !entry.name.startsWith('.'))
    .map((entry) => {
      const file = `${entry.parentPath}${sep}${entry.name}`
      const path = `/${relative(root, file).split(sep).join('/')}`
      const body = new Uint8Array(readFileSync(file))
      const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
      return {
        path,
        type: contentTypeOf(path),
        etag: `W/"${digest}"`,
        body,
        br: smaller(new Uint8Array(brotliCompressSync(body, { params: { [QUALITY]: qualityFor(body) } })), body),
        gzip: smaller(new Uint8Array(gzipSync(body, { level: 9 })), body),
      }
    })
}

const QUALITY = constants.BROTLI_PARAM_QUALITY
const LARGE_BYTES = 256 * 1024

/** The best, but for Swagger UI, which that would hold up the start for seconds: the widget's visitors never load it. */
function qualityFor(body: Uint8Array): number {
  return body.byteLength > LARGE_BYTES ? 6 : constants.BROTLI_MAX_QUALITY
}

function smaller(packed: Uint8Array<ArrayBuffer>, body: Uint8Array): Uint8Array<ArrayBuffer> | null {
  return packed.byteLength < body.byteLength ? packed : null
}
