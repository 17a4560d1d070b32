// Harmless words that look like danger, and denials. They hide what overlaps them; what goes beyond them still counts.
import type { Found } from './frames.ts'
import type { Matches, Span } from './match.ts'
import type { Reading } from './reading.ts'

/** How soon after a denial a "but" takes it back, in tokens. */
const BUT_REACH = 4

/** True for a place that lies in a shield, or sticks out of it on one side only: "want to die" of "want to die laughing". */
export function createShields(found: readonly Found[], reading: Reading, matches: Matches): (span: Span) => boolean {
  const spans = found.filter(({ frame, span }) => {
    if (frame.kind === 'shield' || frame.kind === 'loss') return true
    return frame.kind === 'denial' && !isTakenBack(span)
  })
  function isTakenBack({ to }: Span): boolean {
    const end = Math.min(reading.sentenceEnd(to - 1), to + BUT_REACH)
    return matches.of('BUT').some(({ from }) => from >= to - 1 && from < end)
  }
  return (span) =>
    spans.some(({ span: shield }) => {
      if (shield.to <= span.from || span.to <= shield.from) return false
      const goesBeyond =
        span.from <= shield.from && shield.to <= span.to && span.to - span.from > shield.to - shield.from
      return !goesBeyond
    })
}
