// What is written down about a request: enough to run the server, nothing about the visitor.

/**
 * One line per request. Never in it: words of a visitor, the path as asked (it may hold words), the reply's kind, an
 * address, a user agent, a referrer, a time of day. Whoever collects the lines adds the time if they need it.
 */
export interface RequestLine {
  readonly event: 'request'
  readonly method: string
  /** The route that answered, as written in app.ts; `(none)` when there is none. */
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly requestId: string
}

/** A bug that cost somebody an answer. */
export interface ErrorLine {
  readonly event: 'error'
  readonly name: string
  /** Where it was thrown. Without the message, which may quote what a visitor wrote. */
  readonly frames: readonly string[]
  readonly requestId: string
}

export type LogLine = RequestLine | ErrorLine
export type Log = (line: LogLine) => void

/** The line for something thrown. */
export function errorLine(thrown: unknown, requestId: string): ErrorLine {
  if (!(thrown instanceof Error)) return { event: 'error', name: typeof thrown, frames: [], requestId }
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
  return { event: 'error', name: thrown.name, frames: frames.slice(0, 8).map((line) => line.trim()), requestId }
}
