// Reads the Node server's settings from its environment: all faults at once, each with what to write instead.

export interface Settings {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** Asks per minute and client; 0 switches the limit off. */
  readonly askRateLimit: number
  /** `null`: as clinic.json says. */
  readonly allowedOrigins: readonly string[] | null
  /** Proxies of ours in front, whose entries in x-forwarded-for are believed. */
  readonly trustedProxies: number
  /** Where visitors reach the server, when a proxy in front makes it look different: "https://chat.clinic.example". */
  readonly publicOrigin: string | null
  /** `false` keeps the request lines to itself; bugs are logged all the same. */
  readonly logsRequests: boolean
  /** Bearer token for /metrics; `null`: there is no /metrics. */
  readonly metricsToken: string | null
}

export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

const NAMES = [
  'PORT',
  'HOST',
  'ASK_RATE_LIMIT',
  'ALLOWED_ORIGINS',
  'TRUSTED_PROXIES',
  'PUBLIC_ORIGIN',
  'LOG_REQUESTS',
  'METRICS_TOKEN',
] as const
type Name = (typeof NAMES)[number]

export function readSettings(environment: Environment): SettingsRead {
  const faults: string[] = misspelled(environment)
  const text = (name: Name) => environment[name]?.trim() ?? ''

  function whole(name: Name, otherwise: number, max: number): number {
    if (text(name) === '') return otherwise
    const value = Number(text(name))
    if (Number.isInteger(value) && value >= 0 && value <= max) return value
    faults.push(`${name}="${text(name)}" is not a whole number from 0 to ${max}`)
    return otherwise
  }

  function origin(name: Name): string | null {
    if (text(name) === '') return null
    if (URL.canParse(text(name)) && new URL(text(name)).origin === text(name)) return text(name)
    faults.push(`${name}="${text(name)}" is not an origin: write it like "https://chat.clinic.example"`)
    return null
  }

  function token(name: Name): string | null {
    if (text(name) === '') return null
    if (text(name).length >= 16) return text(name)
    // Not quoted: what was meant to be secret stays out of the log.
    faults.push(`${name} has fewer than 16 characters: it could be guessed`)
    return null
  }

  function flag(name: Name): boolean {
    if (text(name) !== '' && text(name) !== '0' && text(name) !== '1')
      faults.push(`${name}="${text(name)}" is neither 0 nor 1`)
    return text(name) !== '0'
  }

  const settings: Settings = {
    port: whole('PORT', 8787, 65_535),
    host: text('HOST') || '127.0.0.1',
    askRateLimit: whole('ASK_RATE_LIMIT', 30, 1_000_000),
    allowedOrigins: environment.ALLOWED_ORIGINS === undefined ? null : splitOrigins(text('ALLOWED_ORIGINS')),
    trustedProxies: whole('TRUSTED_PROXIES', 0, 10),
    publicOrigin: origin('PUBLIC_ORIGIN'),
    logsRequests: flag('LOG_REQUESTS'),
    metricsToken: token('METRICS_TOKEN'),
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, settings }
}

/** "https://a.example, https://b.example" */
export function splitOrigins(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter(Boolean)
}

/** A setting that is written almost right would be ignored without a word, and the server run with the default. */
function misspelled(environment: Environment): string[] {
  return Object.keys(environment).flatMap((given) => {
    const meant = NAMES.find((name) => name.length > 4 && name !== given && isNearly(given, name))
    return meant ? [`${given} is no setting of this server: did you mean ${meant}?`] : []
  })
}

function isNearly(given: string, name: string): boolean {
  const letters = (text: string) => text.toUpperCase().replace(/[^A-Z]/g, '')
  return Math.abs(given.length - name.length) <= 3 && editDistance(letters(given), letters(name)) <= 2
}

/** Levenshtein distance, by rows. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
