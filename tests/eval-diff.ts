// npm run eval -- --diff: every golden question whose reply has changed, before → after, for authors to read and to show.
import { gistOf } from './questions/gist.ts'
import type { Measure } from './questions/measures.ts'
import type { Score, Scored } from './questions/score.ts'

/** Lines to print. `before` and `after` hold the same sets in the same order. */
export function differences(before: readonly Score[], after: readonly Score[]): readonly string[] {
  const pairs = after.flatMap((score, at) => {
    const earlier = before[at]?.rows ?? []
    return score.rows.flatMap((now, row) => {
      const then = earlier[row]
      return then && gistOf(then.reply) !== gistOf(now.reply) ? [{ set: score.set, then, now }] : []
    })
  })
  const of = after.reduce((sum, { rows }) => sum + rows.length, 0)
  const count = (sign: string) => pairs.filter(({ then, now }) => signOf(then, now) === sign).length
  const summary = `${pairs.length} of ${of} replies changed: ${count('+')} for the better, ${count('-')} for the worse, ${count('=')} neither`
  return [
    summary,
    ...after.flatMap((score, at) => changedFigures(before[at], score)),
    ...pairs.map(({ set, then, now }) => lineOf(set, then, now)),
  ]
}

function lineOf(set: string, then: Scored, now: Scored): string {
  const outcome = then.outcome === now.outcome ? then.outcome : `${then.outcome} → ${now.outcome}`
  return [
    `${signOf(then, now)} ${set} ${now.id} (${now.expect}: ${outcome}) ${now.turns.join(' ▸ ')}`,
    `    ${gistOf(then.reply)}`,
    `  → ${gistOf(now.reply)}`,
  ].join('\n')
}

function signOf(then: Scored, now: Scored): '+' | '-' | '=' {
  if (rankOf(now) === rankOf(then)) return '='
  return rankOf(now) > rankOf(then) ? '+' : '-'
}

/** A right answer is better than the right choice, and a wrong one, or one where there is none, worse than any other miss. */
function rankOf({ outcome, isGood }: Scored): number {
  if (isGood) return outcome === 'offered' ? 2 : 3
  return outcome === 'wrong' || outcome === 'answered' ? 0 : 1
}

function changedFigures(before: Score | undefined, after: Score): readonly string[] {
  const measures = Object.keys(after.figures) as Measure[] // Figures has measures for keys
  const changed = measures.filter((measure) => before?.figures[measure] !== after.figures[measure])
  if (changed.length === 0) return []
  const parts = changed.map((measure) => {
    return `${measure} ${before?.figures[measure] ?? '–'} → ${after.figures[measure]}`
  })
  return [`  ${after.set}: ${parts.join(', ')}`]
}
