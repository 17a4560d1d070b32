// Scores the assistant in process on a set of golden questions: what was answered rightly, and what should not have been.
import { readFileSync } from 'node:fs'
import type { Reply } from '../../server/contract.ts'

/** One line of a `.jsonl` set. `gold`: ids of the sentences that answer it, any of which makes a reply right. */
export interface GoldenQuestion {
  readonly id: string
  readonly q: string
  readonly expect: 'answer' | 'handoff' | 'personal' | 'offtopic' | 'smalltalk'
  readonly gold: readonly string[]
}

export interface Score {
  readonly answerable: number
  /** Shares of the answerable questions, 0…1. */
  readonly right: number
  readonly rightOrOffered: number
  readonly wrong: number
  /** Share of the unanswerable questions that got article text all the same, 0…1. */
  readonly unanswerableAnswered: number
  readonly misses: readonly string[]
}

/** A choice counts as offered only if its own reply is this short, in words. */
const MAX_OFFERED_WORDS = 60

const read = <T>(name: string): readonly T[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T) // our own files, one object a line

export const readQuestions = (name: string): readonly GoldenQuestion[] => read<GoldenQuestion>(name)

export function score(questions: readonly GoldenQuestion[], answer: (question: string) => Reply): Score {
  const sentences = new Map(read<{ id: string; text: string }>('./sentences.jsonl').map(({ id, text }) => [id, text]))
  const isRight = (reply: Reply, gold: readonly string[], most = Infinity) => {
    if (reply.kind !== 'answer') return false
    const said = reply.passages.map(({ text }) => text).join(' ')
    return said.split(' ').length <= most && gold.some((id) => said.includes(sentences.get(id) ?? '\0'))
  }
  const count = { answerable: 0, right: 0, offered: 0, wrong: 0, unanswerable: 0, answered: 0 }
  const misses: string[] = []
  for (const { id, q, expect, gold } of questions) {
    const reply = answer(q)
    if (expect !== 'answer') {
      count.unanswerable++
      if (reply.kind === 'answer') {
        count.answered++
        misses.push(`${id} ${expect} → ${reply.entry}: ${q}`)
      }
      continue
    }
    count.answerable++
    const isOffered =
      reply.kind === 'clarify' &&
      reply.choices.some(({ question }) => isRight(answer(question), gold, MAX_OFFERED_WORDS))
    if (isRight(reply, gold)) count.right++
    else if (isOffered) count.offered++
    else {
      if (reply.kind === 'answer') count.wrong++
      misses.push(`${id} answer → ${reply.kind} ${reply.kind === 'answer' ? reply.entry : ''}: ${q}`)
    }
  }
  return {
    answerable: count.answerable,
    right: count.right / count.answerable,
    rightOrOffered: (count.right + count.offered) / count.answerable,
    wrong: count.wrong / count.answerable,
    unanswerableAnswered: count.answered / (count.unanswerable || 1),
    misses,
  }
}
