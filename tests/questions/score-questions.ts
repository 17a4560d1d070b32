// Scores questions on what the article answers and what it does not.
import type { Ask } from './judge.ts'
import { countWords, focusOf, GOOD, judge, said } from './judge.ts'
import type { Figures } from './measures.ts'
import { percent, present } from './measures.ts'
import type { Judged } from './score.ts'
import type { GoldenQuestion } from './sets.ts'

export interface Counted {
  readonly judged: readonly Judged[]
  readonly figures: Figures
}

export function scoreQuestions(questions: readonly GoldenQuestion[], ask: Ask): Counted {
  const judged = questions.map((question) => {
    const reply = ask(question.turns)
    return { question, reply, outcome: judge(question, reply, ask) }
  })
  const answerable = judged.filter(({ question }) => question.expect === 'answer')
  const others = judged.filter(({ question }) => question.expect !== 'answer')
  const share = (of: typeof judged, ...outcomes: readonly string[]) =>
    percent(of.filter(({ outcome }) => outcomes.includes(outcome)).length, of.length)
  const answers = answerable.filter(({ reply }) => reply.kind === 'answer')
  const lengths = answers.map(({ reply }) => countWords(said(reply))).sort((a, b) => a - b)
  const right = answerable.filter(({ outcome }) => outcome === 'right')
  const focus = right.reduce((sum, { question, reply }) => sum + focusOf(reply, question.gold), 0)
  return {
    figures: present({
      right: share(answerable, 'right'),
      rightOrOffered: share(answerable, 'right', 'offered'),
      wrong: share(answerable, 'wrong'),
      askedBackOfAnswerable: share(answerable, 'offered', 'asked back in vain'),
      refused: share(answerable, 'refused'),
      answered: share(others, 'answered'),
      askedBack: share(others, 'asked back'),
      card: share(others, 'card'),
      reasonRight: share(others, 'declined rightly'),
      medianWords: lengths[lengths.length >> 1],
      focus: percent(focus, right.length),
    }),
    judged: judged.map(({ question: { id, turns, expect }, reply, outcome }) => {
      return { id, turns, expect, reply, outcome, isGood: GOOD.has(outcome) }
    }),
  }
}
