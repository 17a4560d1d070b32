// Makes sure that dist/public holds the widget of the sources as they are now.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './chromium.ts'

const root = join(import.meta.dirname, '../..')
export const PUBLIC = join(root, 'dist/public')

export const ensureWidgetIsBuilt = () =>
  alone('build', async () => {
    const sources = globSync(
      ['widget/**/*', 'server/{contract.ts,answer/**/*.ts}', 'knowledge/*.json', 'vite.config.ts'],
      {
        cwd: root,
      },
    )
    const newest = Math.max(...sources.map((path) => statSync(join(root, path)).mtimeMs))
    const launcher = join(PUBLIC, 'widget.js')
    if (existsSync(launcher) && statSync(launcher).mtimeMs > newest) return
    execFileSync('npm', ['run', '--silent', 'build:widget'], {
      cwd: root,
      stdio: 'inherit',
      // The test runner sets NODE_ENV to "test", which would build for development.
      env: { ...process.env, NODE_ENV: 'production' },
    })
  })
