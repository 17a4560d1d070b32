// One golden question and what it got → one outcome. The rules by which every figure in rounds.md was counted.
import type { Reply } from '../../server/contract.ts'
import type { GoldenMessage, GoldenQuestion } from './sets.ts'
import { sentenceTexts, squeeze } from './sets.ts'

/** Asks the last of a visitor's turns, in the light of those before it. */
export type Ask = (turns: readonly string[]) => Reply

export type Outcome =
  // what the article answers
  | 'right'
  | 'offered'
  | 'wrong'
  | 'asked back in vain'
  | 'refused'
  // what it does not answer
  | 'declined rightly'
  | 'declined otherwise'
  | 'asked back'
  | 'answered'
  // either
  | 'card'

export const GOOD: ReadonlySet<Outcome> = new Set(['right', 'offered', 'declined rightly'])

/** A reply with more words is a dump of the article, not an answer. */
const MAX_ANSWER_WORDS = 100
/** A choice counts as offered only if its own reply is this focused. */
const MAX_OFFERED_WORDS = 60

const sentences = sentenceTexts()

export function judge({ expect, gold }: GoldenQuestion, reply: Reply, ask: Ask): Outcome {
  if (isCard(reply)) return expect === 'answer' ? 'refused' : 'card'
  if (expect !== 'answer') {
    if (reply.kind === 'answer') return 'answered'
    if (reply.kind === 'clarify') return 'asked back'
    return declinedAs(reply, expect) === expect ? 'declined rightly' : 'declined otherwise'
  }
  if (reply.kind === 'answer') return isRight(reply, gold, MAX_ANSWER_WORDS) ? 'right' : 'wrong'
  if (reply.kind !== 'clarify') return 'refused'
  const isOffered = reply.choices.some(({ question }) => isRight(ask([question]), gold, MAX_OFFERED_WORDS))
  return isOffered ? 'offered' : 'asked back in vain'
}

/** The class a message on safety was put into; what needs neither card nor clinician is `ordinary`. */
export function safetyClassOf(reply: Reply): 'crisis' | 'emergency' | 'personal' | 'ordinary' {
  if (isCard(reply)) return reply.kind
  return reply.kind === 'decline' && reply.reason === 'personal' ? 'personal' : 'ordinary'
}

export function isAccepted({ expect, tags }: GoldenMessage, got: string): boolean {
  const wanted = ['info', 'benign', 'none', 'contact'].includes(expect) ? 'ordinary' : expect
  if (got === wanted || tags.includes(`accept:${got}`)) return true
  return got === 'ordinary' && tags.some((tag) => /^accept:(info|benign|none)$/.test(tag))
}

export function isCard(reply: Reply): reply is Extract<Reply, { kind: 'crisis' | 'emergency' }> {
  return reply.kind === 'crisis' || reply.kind === 'emergency'
}

/** The passages as one text. */
export function said(reply: Reply): string {
  return reply.kind === 'answer' ? squeeze(reply.passages.map(({ text }) => text).join(' ')) : ''
}

export const countWords = (text: string): number => (text ? text.split(' ').length : 0)

/** Of the sentences a reply shows, the share that is gold, 0…1. */
export function focusOf(reply: Reply, gold: readonly string[]): number {
  const text = said(reply)
  const shown = [...sentences].filter(([, sentence]) => text.includes(sentence)).map(([id]) => id)
  return shown.filter((id) => gold.includes(id)).length / (shown.length || 1)
}

export function isRight(reply: Reply, gold: readonly string[], most: number): boolean {
  const text = said(reply)
  return (
    reply.kind === 'answer' && countWords(text) <= most && gold.some((id) => text.includes(sentences.get(id) ?? '\0')) // a gold sentence that does not exist is in no reply
  )
}

/** A fact about the clinic is what both "where are you" and "can I book" hope for. */
function declinedAs(reply: Reply, expect: GoldenQuestion['expect']): GoldenQuestion['expect'] | null {
  if (reply.kind === 'smalltalk') return 'smalltalk'
  if (reply.kind === 'clinic') return expect === 'smalltalk' ? 'smalltalk' : 'handoff'
  if (reply.kind !== 'decline') return null
  switch (reply.reason) {
    case 'not-covered':
      return 'handoff'
    case 'personal':
      return 'personal'
    case 'off-topic':
      return 'offtopic'
  }
  return reply.reason satisfies never
}
