// Bounds how often one client may ask, on Workers: two counters of the platform, which tell yes or no and nothing else.
import type { RateLimit } from './rate-limit.ts'
import { WINDOW_SECONDS } from './rate-limit.ts'

/** Cloudflare's Rate Limiting binding. Counts per location, by a key we choose; periods of 10 or 60 s. */
export interface RateLimitBinding {
  limit(options: { readonly key: string }): Promise<{ readonly success: boolean }>
}

/**
 * @param limit The number that wrangler.jsonc gives `ask`: the binding does not tell it, the headers have to.
 * @param abuse The second binding, with ten times the number.
 */
export function createBindingRateLimit(ask: RateLimitBinding, abuse: RateLimitBinding, limit: number): RateLimit {
  return async (client) => {
    const key = { key: client }
    const [asking, reading] = await Promise.all([ask.limit(key), abuse.limit(key)])
    return {
      mayAsk: asking.success && reading.success,
      mayBeRead: reading.success,
      limit,
      remaining: null,
      resetSeconds: WINDOW_SECONDS,
    }
  }
}
