// What an engine weighs on the wire: its code for a browser, minified, and its index as text, both in brotli.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'

/** 11 would take minutes over indexes of 20 MB and gain a few per cent. */
export const QUALITY = 9

export function brotliBytes(text: string): number {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants
  return brotliCompressSync(text, { params: { [BROTLI_PARAM_QUALITY]: QUALITY, [BROTLI_PARAM_LGWIN]: 24 } }).length
}

/** @param entry source of a module that loads the engine. @param folder where its packages are. */
export async function engineBytes(entry: string, folder: string): Promise<number> {
  const file = join(folder, 'entry.js')
  writeFileSync(file, entry)
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: file, formats: ['es'], fileName: 'engine' } },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  return brotliBytes(outputs.map((chunk) => ('code' in chunk ? chunk.code : '')).join(''))
}
