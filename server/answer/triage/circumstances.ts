// When and whether: is it happening now, did it happen long ago, does it come and go, is it only supposed?
import type { Matches, Span } from './match.ts'
import type { Reading } from './reading.ts'

export interface Circumstances {
  /** A sign that it is happening: "right now", "just", "minutes ago", "help". */
  isNow(span: Span): boolean
  /** Told as long past: "years ago", "as a kid". */
  isPast(span: Span): boolean
  /** Comes and goes: "when I'm anxious", "every time". */
  isHabit(span: Span): boolean
  /** Told as over, with the name it was given: "they called it panic". */
  isStory(): boolean
  /** Only supposed: "what if I …", "can it make me …". */
  isSupposed(span: Span): boolean
  /** The sentence of these words asks something. */
  asks(span: Span): boolean
}

const PAST_FORM =
  /(?:ed|was|were|had|did|cut|hurt|felt|thought|took|tried|been|attempt|attempts|shot|fue|aba|ia|ado|ido)$/

export function createCircumstances(reading: Reading, matches: Matches): Circumstances {
  const inSentence = (concept: string, span: Span): Span | undefined => {
    const start = reading.sentenceStart(span.from)
    const end = reading.sentenceEnd(Math.max(span.from, span.to - 1))
    return matches.of(concept).find(({ from }) => from >= start && from < end)
  }
  return {
    isNow: (span) => inSentence('NOW', span) !== undefined,
    isPast(span) {
      if (!inSentence('PAST', span)) return false
      const words = reading.tokens.slice(Math.max(0, span.from - 3), span.to).map(({ word }) => word)
      return words.some((word) => PAST_FORM.test(word))
    },
    isHabit: (span) => inSentence('HABIT', span) !== undefined,
    isStory: () => matches.of('STORY').length > 0,
    isSupposed(span) {
      const whatIf = inSentence('WHATIF', span)
      if (whatIf && whatIf.from <= span.from) return true
      const causes = inSentence('CAUSES', span)
      return causes !== undefined && causes.from < span.to && causes.to >= span.from - 3 && this.asks(span)
    },
    asks(span) {
      const start = reading.sentenceStart(span.from)
      const end = reading.sentenceEnd(Math.max(span.from, span.to - 1))
      for (let i = start; i < end; i++) if (reading.tokens[i]?.asked) return true
      return matches
        .of('ASKS')
        .some(
          ({ from, to }) =>
            from >= start && from < end && reading.isClauseStart(from) && reading.tokens[to]?.word !== 'not',
        )
    },
  }
}
