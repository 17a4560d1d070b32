// npm run ask -- --watch "question": builds and asks again each time a file of the knowledge or of the answering core changes.
import { spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** Editors write a file in several steps. */
const SETTLED_MS = 200
const AUTHORED = /\.(md|yaml|ts)$|clinic\.json$/

/** Never settles: the watching goes on until the command is ended. */
export function watchAndAsk(question: string): Promise<never> {
  let timer: NodeJS.Timeout | undefined
  const soon = (why: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      console.log(`\n— ${new Date().toLocaleTimeString('en', { hour12: false })}, ${why} has changed`)
      buildAndAsk(question)
    }, SETTLED_MS)
  }
  for (const folder of ['knowledge', 'server/answer'])
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (file && AUTHORED.test(file) && !file.endsWith('.part')) soon(join(folder, file))
    })
  buildAndAsk(question)
  console.log('\nwatching knowledge/ and server/answer/; end with Ctrl C')
  return new Promise(() => {})
}

/** Each step in a process of its own, so that changed code is read anew. A build that fails says why, and the last good answer stands. */
function buildAndAsk(question: string): void {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  const built = spawnSync(process.execPath, ['knowledge/build.ts'], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) {
    console.error(built.stderr.trimEnd())
    return
  }
  console.log('(new phrasings take the model a minute or more; changed sentences do not)')
  if (run('server/train-cli.ts')) run('server/ask-cli.ts', question)
}
