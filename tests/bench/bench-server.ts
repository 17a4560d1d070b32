// Serves the contestants' pages and files from memory, in brotli 11 as a good host would.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
}

export interface BenchServer {
  readonly origin: string
  close(): void
}

/** `folders`: first part of the path → folder. `pages`: path → HTML. `/api/*` answers 500, anything else unknown 404. */
export const serve = async (
  pages: ReadonlyMap<string, string>,
  folders: ReadonlyMap<string, string>,
): Promise<BenchServer> => {
  const packed = new Map<string, Buffer>()
  const pack = (path: string): Buffer => {
    const before = packed.get(path)
    if (before) return before
    const [, first = '', ...rest] = normalize(path).split('/')
    const folder = folders.get(first)
    const bytes = pages.get(path) ?? (folder ? readFileSync(join(folder, ...rest)) : null)
    if (bytes === null) throw new Error('not here')
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    packed.set(path, brotli)
    return brotli
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench')
    if (searchParams.has('csp'))
      response.setHeader('content-security-policy', "default-src 'self'; script-src 'self'; style-src 'self'")
    if (pathname.startsWith('/api')) return response.writeHead(500).end()
    try {
      const body = pack(pathname)
      const type = TYPES[extname(pathname)] ?? (pages.has(pathname) ? TYPES['.html'] : 'application/octet-stream')
      response
        .writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length })
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
