// Tells clients apart for rate limiting: which address asked, and which addresses are one client. Nothing is kept.

/** What one TCP connection and its headers say about where a request came from. */
export interface Hops {
  /** Address of the peer of our own socket; `undefined` when it is already gone. */
  readonly peer: string | undefined
  /** `x-forwarded-for` as sent. Anybody can write it, so only proxies we run are believed. */
  readonly forwardedFor: string | undefined
}

/**
 * The address of the client as seen by the outermost proxy we run.
 *
 * @param trustedProxies How many of our own proxies stand in front (0: none; the header is ignored). Each appends the
 *   address it saw, so the client's is that many entries from the right; everything left of it is hearsay.
 */
export function clientAddress(hops: Hops, trustedProxies: number): string {
  const peer = hops.peer ?? 'unknown'
  if (trustedProxies === 0 || !hops.forwardedFor) return peer
  const seen = hops.forwardedFor.split(',').map((address) => address.trim())
  return seen.at(-trustedProxies) || seen[0] || peer
}

/**
 * One key for everybody who may be the same visitor: an IPv4 address as it is, an IPv6 address by its /64, because
 * one household gets 2^64 of them and could use a fresh one for every question.
 */
export function clientKey(address: string): string {
  const bare = address
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase()
  const ipv4 = /^(?:[0:]*:ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(bare)
  if (ipv4?.[1]) return ipv4[1]
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const before = groupsOf(head)
  const after = tail === undefined ? [] : groupsOf(tail)
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}

function groupsOf(part: string): readonly string[] {
  return part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
}
