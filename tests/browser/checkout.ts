// A checkout of its own, to be changed and built as another clinic would: beside the tests that read ours.
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const PARTS = [
  'knowledge',
  'server',
  'widget',
  'package.json',
  'LICENSE',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
]

export interface Checkout {
  readonly folder: string
  /** Throws when `path` does not hold `from`: a test that changes nothing would prove nothing. */
  change(path: string, from: string, to: string): void
  /** Builds dist/ as a demonstration; gives back what was said. */
  build(...options: readonly string[]): string
}

export const makeCheckout = (folder: string): Checkout => {
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    change(path, from, to) {
      const text = readFileSync(join(folder, path), 'utf8')
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
      writeFileSync(join(folder, path), text.replace(from, to))
    },
    build(...options) {
      const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
      return execFileSync(process.execPath, ['server/build-cli.ts', '--demo', ...options], {
        ...{ cwd: folder, env: { ...process.env, NODE_ENV: 'production', PATH: path }, encoding: 'utf8' },
      })
    },
  }
}
