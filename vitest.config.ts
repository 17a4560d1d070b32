// Three kinds of place the tests run in: Node, the Workers runtime, and a real browser driven from Node.
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { CountByPlace } from './tests/count-by-place.ts'

export default defineConfig({
  test: {
    // What passing tests print, the server's own log lines, would bury the names of those that fail.
    silent: 'passed-only',
    reporters: ['default', new CountByPlace()],
    projects: [
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/server/workerd/**'],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.jsonc' },
            // The contract suite asks more in a minute than a visitor would.
            miniflare: { bindings: { ASK_RATE_LIMIT: '0' } },
          }),
        ],
        // The first request pays for loading the model, beside seven other test files on the same cores.
        test: {
          name: 'workerd',
          include: ['tests/server/workerd/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
