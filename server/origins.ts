// Decides which pages may call /api/*: exact origins, every subdomain of one, or any page.

/** Whether a page of this origin may ask. `own`: host of the request itself, so that our own pages always may. */
export type OriginPolicy = {
  /** True when every page may ask, which needs no `Vary: Origin`. */
  readonly isOpen: boolean
  allows(origin: string, own: string): boolean
}

/**
 * @param allowed `https://clinic.example`, or `https://*.clinic.example` for every subdomain (not the domain itself).
 *   Empty: any origin. The chat is public and uses no cookie, so another page could only ask what anybody can ask.
 * @throws when an entry is not an origin: a path or a missing scheme would silently never match.
 */
export function createOriginPolicy(allowed: readonly string[]): OriginPolicy {
  const rules = allowed.map((rule) => {
    if (!/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i.test(rule)) {
      throw new Error(
        `"${rule}" is not an origin: write it like "https://clinic.example" or "https://*.clinic.example"`,
      )
    }
    const [scheme = '', host = ''] = rule.toLowerCase().split('://')
    return host.startsWith('*.') ? { scheme, host: host.slice(1), wild: true } : { scheme, host, wild: false }
  })

  return {
    isOpen: rules.length === 0,
    allows(origin, own) {
      const [scheme = '', host = ''] = origin.toLowerCase().split('://')
      if (rules.length === 0 || host === own.toLowerCase()) return true
      return rules.some((rule) => scheme === rule.scheme && (rule.wild ? host.endsWith(rule.host) : host === rule.host))
    },
  }
}
