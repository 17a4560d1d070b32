// Harmless words that look like danger, and denials. They hide what overlaps them; what goes beyond them still counts.
import type { Found } from './frames.ts'
import type { Span } from './match.ts'

/** True for a place that lies in a shield, or sticks out of it on one side only: "want to die" of "want to die laughing". */
export function createShields(found: readonly Found[]): (span: Span) => boolean {
  const spans = shieldsAmong(found)
  return (span) =>
    spans.some((shield) => {
      if (shield.to <= span.from || span.to <= shield.from) return false
      const goesBeyond =
        span.from <= shield.from && shield.to <= span.to && span.to - span.from > shield.to - shield.from
      return !goesBeyond
    })
}

export function shieldsAmong(found: readonly Found[]): readonly Span[] {
  const shields = found.filter(({ frame: { kind } }) => kind === 'shield' || kind === 'loss' || kind === 'denial')
  return shields.map(({ span }) => span)
}
