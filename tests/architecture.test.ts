// The rooms and their fences, read from the imports of every source file.
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Import {
  readonly from: string
  /** A path inside the repository, or the name of a package. */
  readonly to: string
  readonly isTypeOnly: boolean
}

const files = globSync(['{knowledge,server,widget,desk}/**/*.{ts,tsx}', '*.config.ts'], { cwd: root }).toSorted()
const imports: readonly Import[] = files.flatMap((from) => {
  // Comments hold examples of imports; quotes of them would count as imports.
  const code = readFileSync(join(root, from), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const statements = code.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g)
  const dynamic = code.matchAll(/\bimport\((?:\s*\/\*.*?\*\/)?\s*()['"]([^'"]+)['"]/g)
  return [...statements, ...dynamic].map(([, type, target = '']) => ({
    from,
    to: target.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), target)) : packageOf(target),
    isTypeOnly: Boolean(type),
  }))
})

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*'
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

const roomOf = (path: string) => path.split('/', 1)[0]
const said = ({ from, to }: Import) => `${from} → ${to}`
const offenders = (isOffence: (entry: Import) => boolean) => imports.filter(isOffence).map(said)

describe('the rooms', () => {
  test('are read at all', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(files.length)
  })

  test('knowledge imports nothing of ours', () => {
    expect(offenders(({ from, to }) => roomOf(from) === 'knowledge' && /^(server|widget|tests)\//.test(to))).toEqual([])
  })

  test('server sees of knowledge only its face: the schema and the built files', () => {
    const face = /^knowledge\/((schema|version)\.ts|answers\.json|safety\.json)$/
    expect(
      offenders(
        ({ from, to, isTypeOnly }) =>
          roomOf(from) === 'server' &&
          (/^(widget|tests)\//.test(to) ||
            (/^knowledge\//.test(to) && !face.test(to) && !(isTypeOnly && to === 'knowledge/safety.ts'))),
      ),
    ).toEqual([])
  })

  test('widget sees of the server only the contract; its offline and safety chunks the answering core', () => {
    const allowed = /^(server\/contract\.ts|server\/answer\/)/
    expect(
      offenders(
        ({ from, to, isTypeOnly }) =>
          roomOf(from) === 'widget' &&
          (/^tests\//.test(to) ||
            (/^server\//.test(to) && !allowed.test(to)) ||
            (/^knowledge\//.test(to) && !isTypeOnly)),
      ),
    ).toEqual([])
  })

  test('the answering core knows no framework, no platform and nothing of the server around it', () => {
    expect(
      offenders(
        ({ from, to }) =>
          from.startsWith('server/answer/') &&
          (['hono', '@hono/node-server', 'zod', 'node:*', 'preact'].includes(to) ||
            (/^server\//.test(to) && !/^server\/(answer\/|contract\.ts)/.test(to))),
      ),
    ).toEqual([])
  })

  test('the contract imports nothing', () => {
    expect(offenders(({ from }) => from === 'server/contract.ts')).toEqual([])
  })

  test('the desk may look into every room, and no room looks at the desk', () => {
    expect(offenders(({ from, to }) => roomOf(to) === 'desk' && roomOf(from) !== 'desk')).toEqual([])
    expect(offenders(({ from, to }) => roomOf(from) === 'desk' && roomOf(to) === 'tests')).toEqual([])
  })

  test('nothing imports a platform’s entry', () => {
    expect(offenders(({ to }) => to === 'server/node.ts' || to === 'server/worker.ts')).toEqual([])
  })
})

describe('third-party packages stay behind their fences', () => {
  // Who may import what. `type` allows a type to be named: it costs no byte and no coupling at run time.
  const fences: readonly [name: string, allowed: RegExp][] = [
    ['hono', /^server\/app\.ts$/],
    ['@hono/node-server', /^server\/node-server\.ts$/],
    ['zod', /^(knowledge\/schema|server\/validate)\.ts$/],
    ['fuse.js', /^server\/answer\//],
    ['preact', /^widget\//],
    ['yaml', /^knowledge\//],
    [
      'node:*',
      /^(knowledge\/(build|[\w-]+-cli)|server\/(node|node-\w+|[\w-]+-cli)|desk\/(node-\w+|[\w-]+-cli)|[\w.]+\.config)\.ts$/,
    ],
  ]

  test.each(fences)('%s', (name, allowed) => {
    expect(offenders(({ from, to, isTypeOnly }) => to === name && !allowed.test(from) && !isTypeOnly)).toEqual([])
  })

  test('zod is taken whole: { z } costs four times the bytes', () => {
    for (const from of files)
      expect(readFileSync(join(root, from), 'utf8'), from).not.toMatch(/import \{ z[ ,}].*'zod'/)
  })
})

describe('the style of the house', () => {
  test('has no drawers for whatever has no place', () => {
    expect(files.filter((path) => /(^|\/)(utils?|lib|common|helpers?|types|index)(\/|\.tsx?$)/.test(path))).toEqual([])
  })

  test('exports by name; only what a tool or a platform demands is a default', () => {
    const demanded = /^(server\/worker\.ts|widget\/stand-ins\/fuse\.ts|[\w.]+\.config\.ts)$/
    const defaults = files.filter((path) => /^export default /m.test(readFileSync(join(root, path), 'utf8')))
    expect(defaults.filter((path) => !demanded.test(path))).toEqual([])
  })

  test('says in the first line of a file what it is for', () => {
    const silent = files.filter((path) => !/^(#!.*\n)?\/(\/|\*\*?) ?\S/.test(readFileSync(join(root, path), 'utf8')))
    expect(silent).toEqual([])
  })
})
