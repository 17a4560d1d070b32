// The Worker as it would be uploaded: small enough for the platform's free plan, with what makes it larger named.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const configured = readFileSync(join(root, 'wrangler.jsonc'), 'utf8')
/** 3 MB compressed, https://developers.cloudflare.com/workers/platform/limits/#worker-size; the paid plan takes 10. */
const LIMIT_KIB = 3000

test(`fits into the free plan of Workers: at most ${LIMIT_KIB} KiB compressed`, { timeout: 60_000 }, async () => {
  const { allKib, compressedKib } = await sizeOfUpload()
  expect(
    compressedKib,
    `the Worker is ${compressedKib} KiB compressed (${allKib} KiB in all); the free plan takes ${LIMIT_KIB}. ` +
      'Nearly all of it is server/model.json: let training keep fewer or coarser weights, or say in the README that the paid plan is needed',
  ).toBeLessThanOrEqual(LIMIT_KIB)
})

/** As `wrangler deploy --dry-run` reports it. Without the configured build, which would write what other tests read. */
async function sizeOfUpload(): Promise<{ readonly allKib: number; readonly compressedKib: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-chat-worker-'))
  const config = join(folder, 'wrangler.json')
  const main = join(root, 'server/worker.ts')
  const minify = /"minify": true/.test(configured)
  const settings = { name: 'clinic-chat', main, minify, compatibility_date: '2026-11-01', send_metrics: false }
  writeFileSync(config, JSON.stringify(settings))
  const wrangler = [join(root, 'node_modules/wrangler/bin/wrangler.js'), 'deploy', '--dry-run', '--config', config]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, wrangler, { cwd: folder })
    const [, all, compressed] = /Total Upload: ([\d.]+) KiB \/ gzip: ([\d.]+) KiB/.exec(stdout) ?? []
    return { allKib: Number(all), compressedKib: Number(compressed) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
