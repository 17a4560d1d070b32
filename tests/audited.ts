// Reads what `npm audit --json` printed: findings, or why the registry did not say.

export interface Vulnerability {
  readonly name: string
  readonly severity: string
  readonly range: string
}

export type Audited =
  | { readonly kind: 'answered'; readonly found: readonly Vulnerability[] }
  | { readonly kind: 'refused'; readonly why: string }

export function readAudit(stdout: string): Audited {
  let json: { readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>; readonly message?: unknown }
  try {
    json = JSON.parse(stdout)
  } catch {
    return { kind: 'refused', why: 'npm audit printed no JSON' }
  }
  if (json.vulnerabilities) {
    const found = Object.values(json.vulnerabilities).map(({ name, severity, range }) => ({ name, severity, range }))
    return { kind: 'answered', found }
  }
  return { kind: 'refused', why: typeof json.message === 'string' ? json.message : 'npm audit gave no reason' }
}
