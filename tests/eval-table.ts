// Figures of golden sets as a table for a terminal: a block for questions, one for safety, a line a set.
import type { Measure } from './questions/measures.ts'
import { kindOf, MEASURES } from './questions/measures.ts'
import type { Score } from './questions/score.ts'

/** What a table needs of a score; `eval --typos` fills in differences instead. */
export type Line = Pick<Score, 'set' | 'kind' | 'figures'> & { readonly rows: { readonly length: number } }

export function tableOf(lines: readonly Line[], write = (figure: number) => figure.toFixed(1)): string {
  const blocks = (['questions', 'safety'] as const).map((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind)
    if (ofKind.length === 0) return null
    const measures = Object.keys(MEASURES[kind]) as Measure[] // its keys are measures
    const header = [kind, 'n', ...measures.map((measure) => kindOf(measure).title)]
    const body = ofKind.map(({ set, rows, figures }) => [
      set,
      String(rows.length),
      ...measures.map((measure) => cell(measure, figures[measure], write)),
    ])
    return aligned([header, ...body])
  })
  return blocks.filter((block) => block !== null).join('\n\n')
}

function cell(measure: Measure, figure: number | undefined, write: (figure: number) => string): string {
  if (figure === undefined) return '–'
  return measure === 'faults' || measure === 'medianWords' ? String(figure) : write(figure)
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((text, at) => (at === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n')
}
