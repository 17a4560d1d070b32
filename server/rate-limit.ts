// Bounds how often one client may ask, in memory: a window per client, the number of clients bounded too.

/** What one client may still do in its present window. */
export interface Allowance {
  /** May its question be answered? */
  readonly mayAsk: boolean
  /** May its body even be read? False only far above the limit: then nothing is triaged either. */
  readonly mayBeRead: boolean
  /** Asks per window. */
  readonly limit: number
  /** Asks left in this window; `null` where the platform does not tell. */
  readonly remaining: number | null
  /** Whole seconds until the window ends, 1…60. */
  readonly resetSeconds: number
}

/** Counts one ask of `client` (see client.ts) and says what is left. */
export type RateLimit = (client: string, now: Date) => Allowance | Promise<Allowance>

/** Length of the window. The Workers binding knows 10 and 60 s only, so this is 60 everywhere. */
export const WINDOW_SECONDS = 60
/** Above the limit a question is still read and triaged; above this many times the limit it is not. */
export const ABUSE_FACTOR = 10

/** Clients remembered at once: about 3 MB. The one that came first is forgotten first. */
const MAX_CLIENTS = 20_000

interface Window {
  count: number
  readonly endsAtMs: number
}

/**
 * A fixed window per client, begun by its first ask.
 *
 * @param limit Asks per minute and client, at least 1.
 * @param maxClients When more than this many ask in one minute, the oldest windows are dropped: under a flood of
 *   addresses the memory stays bounded and some clients get a fresh window.
 */
export function createMemoryRateLimit(limit: number, maxClients = MAX_CLIENTS): RateLimit {
  // A Map keeps insertion order and every window is equally long, so the first window is always the first to end.
  const windows = new Map<string, Window>()

  function forgetEnded(nowMs: number): void {
    for (const [client, { endsAtMs }] of windows) {
      // A clock set back leaves windows that end too far ahead; they count as ended, or clients would wait for hours.
      if (endsAtMs > nowMs && endsAtMs <= nowMs + WINDOW_SECONDS * 1000) break
      windows.delete(client)
    }
  }

  function windowOf(client: string, nowMs: number): Window {
    forgetEnded(nowMs)
    const present = windows.get(client)
    if (present && present.endsAtMs > nowMs) return present
    windows.delete(client)
    const oldest = windows.keys().next()
    if (windows.size >= maxClients && !oldest.done) windows.delete(oldest.value)
    const fresh = { count: 0, endsAtMs: nowMs + WINDOW_SECONDS * 1000 }
    windows.set(client, fresh)
    return fresh
  }

  return (client, now) => {
    const nowMs = now.getTime()
    const window = windowOf(client, nowMs)
    window.count += 1
    return {
      mayAsk: window.count <= limit,
      mayBeRead: window.count <= limit * ABUSE_FACTOR,
      limit,
      remaining: Math.max(0, limit - window.count),
      resetSeconds: Math.max(1, Math.ceil((window.endsAtMs - nowMs) / 1000)),
    }
  }
}

/** The `RateLimit-*` header fields (draft-ietf-httpapi-ratelimit-headers-06), and `Retry-After` for a refusal. */
export function rateLimitHeaders(allowance: Allowance): Record<string, string> {
  const headers: Record<string, string> = {
    'RateLimit-Policy': `${allowance.limit};w=${WINDOW_SECONDS}`,
    'RateLimit-Limit': String(allowance.limit),
    'RateLimit-Reset': String(allowance.resetSeconds),
  }
  if (allowance.remaining !== null) headers['RateLimit-Remaining'] = String(allowance.remaining)
  if (!allowance.mayAsk) headers['Retry-After'] = String(allowance.resetSeconds)
  return headers
}
