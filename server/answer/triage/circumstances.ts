// When and whether: is it happening now, did it happen long ago, does it come and go, is it only supposed?
import type { Matches, Span } from './match.ts'
import { firstIn } from './match.ts'
import type { Reading } from './reading.ts'

export interface Circumstances {
  /** A sign that it is happening: "right now", "just", "minutes ago", "help". */
  isNow(span: Span): boolean
  /** Told as long past: "years ago", "as a kid". */
  isPast(span: Span): boolean
  /** Comes and goes: "when I'm anxious", "every time". */
  isHabit(span: Span): boolean
  /** Told with what it left behind: "… and I have PTSD". */
  isRecounted(span: Span): boolean
  /** Told as over, with the name it was given: "they called it panic". */
  isStory(): boolean
  /** Only supposed: "what if I …", "can it make me …". */
  isSupposed(span: Span): boolean
  /** The sentence of these words asks something. */
  asks(span: Span): boolean
}

const PAST_FORM =
  /(?:ed|was|were|had|did|cut|hurt|felt|thought|took|tried|been|attempt|attempts|shot|fue|aba|ia|ado|ido)$/

/** Farther off than this, in tokens, words no longer say when; matters where nobody puts full stops. */
const REACH = 40

export function createCircumstances(reading: Reading, matches: Matches): Circumstances {
  /** Where the words around a place begin and end: its sentence, within reach. */
  const around = ({ from, to }: Span) => ({
    start: Math.max(reading.sentenceStart(from), from - REACH),
    end: Math.min(reading.sentenceEnd(Math.max(from, to - 1)), to + REACH),
  })
  const near = (concept: string, span: Span): Span | undefined => {
    const { start, end } = around(span)
    return firstIn(matches.of(concept), start, end)
  }
  function asks(span: Span): boolean {
    const { start, end } = around(span)
    for (let i = start; i < end; i++) if (reading.tokens[i]?.asked) return true
    for (let ask = firstIn(matches.of('ASKS'), start, end); ask; ask = firstIn(matches.of('ASKS'), ask.from + 1, end))
      if (reading.isClauseStart(ask.from) && reading.tokens[ask.to]?.word !== 'not') return true
    return false
  }
  return {
    asks,
    isNow: (span) => near('NOW', span) !== undefined,
    isPast(span) {
      if (!near('PAST', span)) return false
      const words = reading.tokens.slice(Math.max(0, span.from - 3), Math.min(span.to, span.from + REACH))
      return words.some(({ word }) => PAST_FORM.test(word))
    },
    isHabit: (span) => near('HABIT', span) !== undefined,
    isRecounted: (span) => near('RECOUNTED', span) !== undefined,
    isStory: () => matches.of('STORY').length > 0,
    isSupposed(span) {
      const whatIf = near('WHATIF', span)
      if (whatIf && whatIf.from <= span.from) return true
      const causes = near('CAUSES', span)
      return causes !== undefined && causes.from < span.to && causes.to >= span.from - 3 && asks(span)
    },
  }
}
