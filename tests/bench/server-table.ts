// Writes the server's bench down: three rows, what they were measured for, and whether each bound holds.

export interface ServerTable {
  /** Machine and method, in words. */
  readonly conditions: string
  /** Processes that wanted a core in the minute before. */
  readonly loadBefore: number
  readonly rows: readonly { readonly what: string; readonly asksPerSecond: number; readonly medianMs: number }[]
  /** The core's median, in the serving process. */
  readonly coreMs: number
  readonly tail: { readonly asksPerSecond: number; readonly oursMs: number; readonly bareMs: number }
}

export interface Judged {
  readonly what: string
  readonly value: number
  readonly sign: '≤' | '≥'
  readonly bound: number
  readonly holds: boolean
}

interface State {
  readonly heapUsed: number
  readonly rss: number
}
/** Bytes after so many asks. */
export interface Memory {
  readonly warmAsks: number
  readonly asks: number
  readonly before: State
  readonly after: State
}

export function judge(what: string, value: number, sign: '≤' | '≥', bound: number): Judged {
  return { what, value, sign, bound, holds: sign === '≤' ? value <= bound : value >= bound }
}

export function serverTable(table: ServerTable, judged: readonly Judged[], memory: Memory | null): string {
  const { coreMs, loadBefore, rows, tail } = table
  return `${[
    '# The server, measured',
    '',
    `Written by \`npm run bench:server\`. ${table.conditions}. Load average before it began: ${loadBefore.toFixed(1)}.`,
    '',
    '| | asks/s, saturated | median ms, one connection |',
    '|---|---|---|',
    ...rows.map(
      ({ asksPerSecond, medianMs, what }) => `| ${what} | ${asksPerSecond.toFixed(0)} | ${medianMs.toFixed(3)} |`,
    ),
    '',
    `The core alone takes ${coreMs.toFixed(3)} ms (median, in the serving process). At ${tail.asksPerSecond.toFixed(0)} asks/s, half of what c bears,`,
    `p99 is ${tail.oursMs.toFixed(2)} ms; the bare route's at the same rate, which is this machine's own share, ${tail.bareMs.toFixed(2)} ms.`,
    ...(memory ? [memoryLine(memory)] : []),
    '',
    '| bound | measured | must be | |',
    '|---|---|---|---|',
    ...judged.map(
      ({ bound, holds, sign, value, what }) =>
        `| ${what} | ${value.toFixed(2)} | ${sign} ${bound} | ${holds ? 'holds' : 'FAILS'} |`,
    ),
  ].join('\n')}\n`
}

function memoryLine({ after, asks, before, warmAsks }: Memory): string {
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  return (
    `Memory after ${warmAsks} asks: heap ${mb(before.heapUsed)}, resident ${mb(before.rss)}; ` +
    `after ${asks}: heap ${mb(after.heapUsed)}, resident ${mb(after.rss)}.`
  )
}
