// Writes dist/public/_headers, by which Workers send static files with the very headers that Node sends.
import { ALWAYS, FOR_OTHER_SITES, FOR_THE_EMBED_PAGE, IMMUTABLE, SHORT_CACHE } from './headers.ts'

type Rule = readonly [pattern: string, headers: Readonly<Record<string, string>>]

/** Every rule that fits a path is applied in turn; a later one first takes back (`!`) what it sets anew. */
const RULES: readonly Rule[] = [
  ['/*', { ...ALWAYS, ...FOR_OTHER_SITES, 'Access-Control-Allow-Origin': '*', 'Cache-Control': SHORT_CACHE }],
  ['/embed/', { 'Content-Security-Policy': FOR_THE_EMBED_PAGE['Content-Security-Policy'] }],
  ['/embed/sample', { 'Content-Security-Policy': FOR_THE_EMBED_PAGE['Content-Security-Policy'] }],
  ['/chunks/*', { 'Cache-Control': IMMUTABLE }],
  ['/embed/assets/*', { 'Cache-Control': IMMUTABLE }],
  ['/:release/widget.js', { 'Cache-Control': IMMUTABLE }],
  ['/:release/chunks/*', { 'Cache-Control': IMMUTABLE }],
]

/** https://developers.cloudflare.com/workers/static-assets/headers/ */
export function workersHeadersFile(): string {
  return RULES.map(([pattern, headers], position) => {
    const names = Object.keys(headers)
    const takenBack = position === 0 ? [] : names.map((name) => `  ! ${name}`)
    const set = names.map((name) => `  ${name}: ${headers[name]}`)
    return `${[pattern, ...takenBack, ...set].join('\n')}\n`
  }).join('\n')
}
