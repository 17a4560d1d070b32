// The widget's byte budgets, and how they are measured: brotli 11 of the files as they are served.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

export interface Budget {
  readonly what: string
  /** Beginnings of the chunk names, or `widget.js`. */
  readonly files: readonly string[]
  /** Bytes, brotli 11. Raised only in the commit that needs it, with the reason. */
  readonly ceiling: number
}

export const BUDGETS: readonly Budget[] = [
  { what: 'before the visitor reaches for it', files: ['widget.js'], ceiling: 1500 },
  { what: 'until the composer can be used', files: ['widget.js', 'panel'], ceiling: 11_400 },
  { what: 'until there is a reply', files: ['widget.js', 'panel', 'talk'], ceiling: 17_500 },
  // When the page is idle after the panel has opened, so nobody waits for it. Ten of these kilobytes are code and cards; the
  // rest are the rules' own words, 4,400 different ones, which no packing brings below thirty.
  { what: 'a card without the server', files: ['safety'], ceiling: 60_000 },
  // When the page is idle after the first reply. It stands on the safety chunk, which is there by then. Half of it is the
  // model: when knowledge grows past the ceiling, take weights away (OFFLINE in server/answer/train.ts).
  { what: 'an answer without the server', files: ['offline'], ceiling: 150_000 },
]

/** Words that show that a library, or a schema, has found its way in. */
export const MUST_NOT_APPEAR = ['ZodError', 'Hono', 'Fuse', 'libphonenumber', 'PlainYearMonth']

export const CHUNKS = ['panel', 'talk', 'safety', 'offline'] as const

export const filesOf = (publicFolder: string, names: readonly string[]) => {
  const chunks = readdirSync(join(publicFolder, 'chunks')).map((file) => `chunks/${file}`)
  return names.map((name) => {
    const path = name === 'widget.js' ? name : chunks.find((chunk) => chunk.startsWith(`chunks/${name}-`))
    if (!path) throw new Error(`[clinic-chat] no file for "${name}" in ${publicFolder}: run npm run build:widget`)
    return { path, bytes: readFileSync(join(publicFolder, path)) }
  })
}

export const brotli = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
