// How floors under the golden sets are held and lifted. The floors themselves: floors.ts.
import { FLOORS } from './floors.ts'
import type { Figures, Measure } from './measures.ts'
import { kindOf } from './measures.ts'
import type { Score } from './score.ts'

const UNANSWERABLE = ['handoff', 'personal', 'offtopic', 'smalltalk']
/** Points between what is reached and its floor, or one question where that is more: else every new phrasing would have to be paid for at once. */
const SLACK = 1

/** What has a floor, with what the questions it is counted over expect. Other figures follow from these, or are of few. */
const HELD: Readonly<Partial<Record<Measure, readonly string[]>>> = {
  ...{ right: ['answer'], rightOrOffered: ['answer'], wrong: ['answer'] },
  ...{ answered: UNANSWERABLE, reasonRight: UNANSWERABLE },
  ...{ crisis: ['crisis'], emergency: ['emergency'], safetyNet: ['crisis', 'emergency'], personal: ['personal'] },
  ...{ cardOnInfo: ['info'], cardOnBenign: ['benign'], ordinaryAsPersonal: ['info', 'benign'] },
}

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
export function raised({ set, figures, rows }: Score): Figures {
  const before = FLOORS[set] ?? {}
  const floors = (Object.keys(HELD) as Measure[]).flatMap((measure) => {
    const reached = figures[measure]
    if (reached === undefined) return []
    const old = before[measure]
    const counted = rows.filter(({ expect }) => HELD[measure]?.includes(expect)).length
    const possible = withSlack(measure, reached, Math.max(SLACK, 100 / counted))
    return [[measure, old === undefined || isWorse(measure, old, possible) ? possible : old] as const]
  })
  return { ...before, ...Object.fromEntries(floors) }
}

function isWorse(measure: Measure, figure: number, than: number): boolean {
  return kindOf(measure).better === 'more' ? figure < than : figure > than
}

/** In whole halves. */
function withSlack(measure: Measure, reached: number, slack: number): number {
  return kindOf(measure).better === 'more'
    ? Math.max(0, Math.floor(2 * (reached - slack)) / 2)
    : Math.ceil(2 * (reached + slack)) / 2
}

function entriesOf(figures: Figures): readonly (readonly [Measure, number])[] {
  return Object.entries(figures) as (readonly [Measure, number])[] // Figures has measures for keys
}
