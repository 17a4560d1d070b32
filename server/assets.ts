// Sends a static file from memory: the right type, caching and compression, and 304 when the visitor has it already.
import { ALWAYS, cacheControlOf, FOR_OTHER_SITES, FOR_THE_EMBED_PAGE } from './headers.ts'
import type { HeaderFields } from './responses.ts'

/** A file of dist/public, read and compressed once at the start. */
export interface Asset {
  readonly path: string
  readonly type: string
  readonly etag: string
  readonly body: Uint8Array<ArrayBuffer>
  /** `null` when compressing does not make it smaller. */
  readonly br: Uint8Array<ArrayBuffer> | null
  readonly gzip: Uint8Array<ArrayBuffer> | null
}

/** Finds the file for a path ("/widget.js"), if there is one. */
export type FindAsset = (path: string) => Asset | undefined

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
}

export function contentTypeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}

/** Files of a folder by the path they are asked for under: a folder's index.html answers for the folder. */
export function createFindAsset(assets: readonly Asset[]): FindAsset {
  const byPath = new Map(assets.map((asset) => [asset.path, asset]))
  return (path) => byPath.get(path.endsWith('/') ? `${path}index.html` : path)
}

/** The response to GET or HEAD. A page embeds these files from anywhere, so every origin may read them. */
export function assetResponse(asset: Asset, request: Request, own: HeaderFields): Response {
  const headers: Record<string, string> = {
    ...own,
    ...ALWAYS,
    ...FOR_OTHER_SITES,
    ...(asset.path.startsWith('/embed/') && asset.type.startsWith('text/html') ? FOR_THE_EMBED_PAGE : {}),
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': cacheControlOf(asset.path),
    ETag: asset.etag,
    Vary: 'Accept-Encoding',
  }
  if (holds(request.headers.get('if-none-match'), asset.etag)) return new Response(null, { status: 304, headers })
  headers['Content-Type'] = asset.type
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? '', asset)
  if (encoding) headers['Content-Encoding'] = encoding
  return new Response((encoding && asset[encoding]) || asset.body, { headers })
}

function chooseEncoding(accepted: string, asset: Asset): 'br' | 'gzip' | null {
  for (const encoding of ['br', 'gzip'] as const) if (asset[encoding] && accepts(accepted, encoding)) return encoding
  return null
}

function accepts(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((entry) => {
    const [name = '', ...parameters] = entry.toLowerCase().split(';')
    const isRefused = parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter))
    return name.trim() === encoding && !isRefused
  })
}

// Weak comparison (RFC 9110 §13.1.2): our tags are weak, because the same file is sent in three encodings.
function holds(ifNoneMatch: string | null, etag: string): boolean {
  return ifNoneMatch?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*') ?? false
}
