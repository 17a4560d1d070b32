// Asks one engine the golden questions: how often its first owner is right, and what it answers that nobody could.
import type { GoldenQuestion } from '../questions/sets.ts'
import type { Owner } from './answers-corpus.ts'
import type { Engine, Hit } from './answers-engine.ts'

export interface Asked {
  /** Of the questions put in time; fewer than all when an engine is slow. */
  readonly answers: readonly Answered[]
  /** Ascending. */
  readonly latenciesMs: readonly number[]
}

export interface Answered {
  readonly question: GoldenQuestion
  readonly hits: readonly Hit[]
}

/** Puts questions in turn until the time is up; at least a few, whatever they take. */
export async function putQuestions(
  engine: Engine,
  questions: readonly GoldenQuestion[],
  limitMs: number,
  warmUp: readonly string[] = [],
): Promise<Asked> {
  const started = performance.now()
  for (const question of warmUp) {
    await engine.ask(question)
    if (performance.now() - started > limitMs / 10) break
  }
  const answers: Answered[] = []
  const latenciesMs: number[] = []
  for (const question of questions) {
    if (answers.length >= FEWEST && performance.now() - started > limitMs) break
    const asked = performance.now()
    const hits = await engine.ask(question.turns.at(-1) ?? '')
    latenciesMs.push(performance.now() - asked)
    answers.push({ question, hits })
  }
  return { answers, latenciesMs: latenciesMs.toSorted((a, b) => a - b) }
}
const FEWEST = 5

/** Found phrasings → their owners, each once: the sum of each one's best `votes` scores, so that with several agreement counts. */
export function byOwner(found: readonly Hit[], votes: number): readonly Hit[] {
  const owners = new Map<number, { score: number; count: number }>()
  for (const { owner, score } of found) {
    const before = owners.get(owner) ?? { score: 0, count: 0 }
    if (before.count < votes) owners.set(owner, { score: before.score + score, count: before.count + 1 })
  }
  return [...owners].map(([owner, { score }]) => ({ owner, score })).sort((a, b) => b.score - a.score)
}

export interface Quality {
  readonly questions: number
  /** Shares of the answerable questions, 0…1: the first owner's sentences, or those of one of the first three, hold gold. */
  readonly right: number
  readonly rightInThree: number
  /**
   * Share of the unanswerable questions that get article text, 0…1, when the engine is silent below the score at which
   * it still has this share of the answerable ones right; `null` when it never has.
   */
  answeredAt(right: number): number | null
}

/** @param votes phrasings of one owner that count together; 1: the best phrasing decides. */
export function qualityOf(found: readonly Answered[], owners: readonly Owner[], votes = 1): Quality {
  const answers = found.map(({ question, hits }) => ({ question, hits: byOwner(hits, votes) }))
  const isRight = ({ gold }: GoldenQuestion, hit: Hit | undefined) =>
    hit !== undefined && (owners[hit.owner]?.sentences.some((id) => gold.includes(id)) ?? false)
  const answerable = answers.filter(({ question }) => question.expect === 'answer')
  const others = answers.filter(({ question }) => question.expect !== 'answer')
  const rightScores = answerable
    .flatMap(({ question, hits: [first] }) => (first && isRight(question, first) ? [first.score] : []))
    .sort((a, b) => b - a)
  const falseScores = others.flatMap(({ hits: [first] }) =>
    first && owners[first.owner]?.isEntry ? [first.score] : [],
  )
  const inThree = answerable.filter(({ question, hits }) => hits.slice(0, 3).some((hit) => isRight(question, hit)))
  return {
    questions: answers.length,
    right: rightScores.length / answerable.length,
    rightInThree: inThree.length / answerable.length,
    answeredAt: (right) => {
      const least = rightScores[Math.ceil(right * answerable.length - 1e-9) - 1]
      return least === undefined ? null : falseScores.filter((score) => score >= least).length / others.length
    },
  }
}
