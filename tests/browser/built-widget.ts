// Makes sure that dist/public holds the widget of the sources as they are now.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { alone } from './chromium.ts'

const root = join(import.meta.dirname, '../..')
export const PUBLIC = join(root, 'dist/public')

/** Goes through the product's own build, which knows by content what is stale. A build of the widget alone would
 * empty the folder under the server's tests, which run at the same time. */
export const ensureWidgetIsBuilt = () =>
  alone('build', async () => {
    execFileSync(process.execPath, ['server/build-cli.ts', '--ready'], {
      cwd: root,
      stdio: 'inherit',
      // The test runner sets NODE_ENV to "test", which would build for development.
      env: { ...process.env, NODE_ENV: 'production' },
    })
  })
