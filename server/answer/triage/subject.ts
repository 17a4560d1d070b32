// Whose words they are: the writer's own, about somebody near, or about people in general.
import type { Matches, Span } from './match.ts'
import type { Reading } from './reading.ts'

/** `asked`: nobody is named and a thing is asked about. */
export type Subject = 'self' | 'near' | 'generic' | 'asked' | 'none'

/** A question about a thing opens the sentence ("is … common"): nobody is meant although nobody is named. */
const QUESTION_REACH = 2

/** After these, "can" and "do" open a statement whose subject was dropped: "can not breathe". */
const NOT_ASKED = new Set(['not', 'hardly', 'barely'])

export interface SubjectFinder {
  subjectOf(span: Span): Subject
  /** The nearest to the left of a token. */
  subjectBefore(token: number): Subject
  /** True when the words themselves name that subject. */
  named(span: Span, subject: Subject): boolean
}

/**
 * The subject of words: somebody named inside them, else the nearest to the left in the sentence. `none`: nobody is
 * named, as in "want to die", and the sentence does not ask about a thing either.
 */
export function createSubjectFinder(reading: Reading, matches: Matches): SubjectFinder {
  const { tokens } = reading
  const who: (Subject | undefined)[] = []
  const mark = (concept: string, subject: Subject) => {
    for (const { from, to } of matches.of(concept)) for (let i = from; i < to; i++) who[i] = subject
  }
  mark('SELF', 'self')
  mark('GENERIC', 'generic')
  // After "people", "they" are people too.
  const firstGeneric = who.indexOf('generic')
  for (const { from, to } of matches.of('NEAR')) {
    const isPronoun = to - from === 1 && (tokens[from]?.word ?? '').startsWith('the')
    const subject = isPronoun && firstGeneric >= 0 && firstGeneric < from ? 'generic' : 'near'
    for (let i = from; i < to; i++) if (who[i] === undefined || to - from > 1 || subject === 'near') who[i] = subject
  }
  const asks = new Set(
    matches.of('ASKS').flatMap(({ from, to }) => (NOT_ASKED.has(tokens[to]?.word ?? '') ? [] : [from])),
  )

  /** Per token, the subject named last before it in its sentence. */
  const before: (Subject | undefined)[] = []
  tokens.forEach((_, i) => {
    before[i] = i === reading.sentenceStart(i) ? undefined : (who[i - 1] ?? before[i - 1])
  })

  const named = ({ from, to }: Span, subject: Subject) => {
    for (let i = from; i < to; i++) if (who[i] === subject) return true
    return false
  }
  function subjectOf({ from, to }: Span): Subject {
    for (let i = from; i < to; i++) if (who[i] === 'self' || who[i] === 'near') return who[i] ?? 'none'
    return subjectBefore(from)
  }
  function subjectBefore(from: number): Subject {
    const start = reading.sentenceStart(from)
    if (from > start && tokens[from]?.comma) return 'none'
    const subject = before[from]
    if (subject) return subject
    for (let i = start; i < Math.min(from, start + QUESTION_REACH); i++)
      if (asks.has(i) && reading.isClauseStart(i)) return 'asked'
    return 'none'
  }
  return { subjectOf, subjectBefore, named }
}
