// How floors under the golden sets are held and lifted. The floors themselves: floors.ts.
import { FLOORS } from './floors.ts'
import type { Figures, Measure } from './measures.ts'
import { kindOf } from './measures.ts'
import type { Score } from './score.ts'

/** What has a floor. The other figures follow from these, or are of few questions. */
const HELD: readonly Measure[] = [
  ...(['right', 'rightOrOffered', 'wrong', 'answered', 'reasonRight'] as const),
  ...(['crisis', 'crisisDirect', 'emergency', 'safetyNet', 'personal'] as const),
  ...(['cardOnInfo', 'cardOnBenign', 'ordinaryAsPersonal'] as const),
]
/** Points left between what is reached and its floor, or every new phrasing would have to be paid for at once. */
const SLACK = 1

/** What a score is below, in words; empty when it holds. */
export function belowFloor({ set, figures }: Pick<Score, 'set' | 'figures'>): readonly string[] {
  const floors = entriesOf(FLOORS[set] ?? {})
  return floors.flatMap(([measure, floor]) => {
    const reached = figures[measure]
    if (reached === undefined || !isWorse(measure, reached, floor)) return []
    return [`${set} ${measure} is ${reached}, the floor ${floor}`]
  })
}

/** Floors after a score: those it beats come nearer to it, none gives way. */
export function raised({ set, figures }: Pick<Score, 'set' | 'figures'>): Figures {
  const before = FLOORS[set] ?? {}
  const floors = HELD.flatMap((measure) => {
    const reached = figures[measure]
    if (reached === undefined) return []
    const old = before[measure]
    const possible = withSlack(measure, reached)
    return [[measure, old === undefined || isWorse(measure, old, possible) ? possible : old] as const]
  })
  return Object.fromEntries(floors)
}

function isWorse(measure: Measure, figure: number, than: number): boolean {
  return kindOf(measure).better === 'more' ? figure < than : figure > than
}

/** In whole halves. */
function withSlack(measure: Measure, reached: number): number {
  return kindOf(measure).better === 'more'
    ? Math.max(0, Math.floor(2 * (reached - SLACK)) / 2)
    : Math.ceil(2 * (reached + SLACK)) / 2
}

function entriesOf(figures: Figures): readonly (readonly [Measure, number])[] {
  return Object.entries(figures) as (readonly [Measure, number])[] // Figures has measures for keys
}
