// Counts what the server does, for whoever runs it, in numbers that say nothing about any one visitor.
import type { Reply } from './contract.ts'

export interface Observation {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
  /** Kind of the reply; `null` when the request was no question or was refused. */
  readonly kind: Reply['kind'] | null
}

export interface Metrics {
  observe(observation: Observation): void
  /** Prometheus text format 0.0.4. */
  render(): string
  /** Whether `authorization` is a header that may read them. */
  mayRead(authorization: string | undefined): boolean
}

/** Upper bounds in seconds: an ask takes a few milliseconds, a quarter of a second means trouble. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

/**
 * @param token Bearer token that reads them. Counters live in memory and begin at zero with the process; their number
 *   is bounded, because routes, methods, statuses and kinds are ours and not the visitor's.
 */
export function createMetrics(token: string): Metrics {
  const requests = new Map<string, number>()
  const replies = new Map<string, number>()
  const buckets = BUCKETS.map(() => 0)
  let count = 0
  let sum = 0

  return {
    observe({ kind, method, route, seconds, status }) {
      add(requests, `method="${method}",route="${route}",status="${status}"`)
      if (kind) add(replies, `kind="${foldedKind(kind)}"`)
      if (route !== '/api/ask') return
      count += 1
      sum += seconds
      for (const [i, bound] of BUCKETS.entries()) if (seconds <= bound) buckets[i] = (buckets[i] ?? 0) + 1
    },
    render: () =>
      [
        ...counter('clinic_chat_requests_total', 'Requests by route and status.', requests),
        ...counter('clinic_chat_replies_total', 'Replies by kind.', replies),
        '# HELP clinic_chat_ask_seconds Time to serve POST /api/ask.',
        '# TYPE clinic_chat_ask_seconds histogram',
        ...BUCKETS.map((bound, i) => `clinic_chat_ask_seconds_bucket{le="${bound}"} ${buckets[i]}`),
        `clinic_chat_ask_seconds_bucket{le="+Inf"} ${count}`,
        `clinic_chat_ask_seconds_sum ${sum}`,
        `clinic_chat_ask_seconds_count ${count}`,
        '',
      ].join('\n'),
    mayRead: (authorization) => isSame(authorization ?? '', `Bearer ${token}`),
  }
}

/**
 * Cards are counted together with small talk: with few visitors a count of crises, read twice, would tell who was on
 * the page when somebody was in one.
 */
function foldedKind(kind: Reply['kind']): string {
  switch (kind) {
    case 'crisis':
    case 'emergency':
    case 'smalltalk':
      return 'other'
    case 'answer':
    case 'clarify':
    case 'clinic':
    case 'decline':
      return kind
    default:
      return kind satisfies never
  }
}

function add(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1)
}

function counter(name: string, help: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const samples = [...counts].toSorted().map(([labels, value]) => `${name}{${labels}} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...samples]
}

/** Takes as long for a near miss as for a wild guess, so that the token cannot be found letter by letter. */
function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let i = 0; i < expected.length; i++) difference |= (given.charCodeAt(i) || 0) ^ expected.charCodeAt(i)
  return difference === 0
}
