// Finds the frames of a reading: what is said in one run of words, and what is said by words anywhere in one sentence.
import type { Frame, SafetyData } from '../../../knowledge/safety.ts'
import type { Concepts } from './grammar.ts'
import { createGrammar } from './grammar.ts'
import type { Matches, Span } from './match.ts'
import { firstIn } from './match.ts'
import type { Reading } from './reading.ts'

/** A frame found at a place. */
export interface Found {
  readonly frame: Frame
  readonly span: Span
}

/** `a + b - c`: concepts that must stand in one sentence (`&`: in one message), and such that must not. */
interface Conjunction {
  readonly frame: Frame
  readonly acrossSentences: boolean
  readonly wanted: readonly string[]
  readonly unwanted: readonly string[]
}

/** Farther apart than this, in tokens, words no longer belong together; matters where nobody puts full stops. */
const SENTENCE_REACH = 40

/** Parts of a conjunction become concepts of their own, so that one walk over the text finds everything. */
export function createFrameGrammar(safety: SafetyData) {
  const concepts: Record<string, string> = {}
  const conjunctions: Conjunction[] = []
  const frameOf = new Map(safety.frames.map((frame) => [frame.id, frame]))
  let parts = 0
  const partNames = new Map<string, string>()
  const nameOf = (part: string): string => {
    const known = partNames.get(part) ?? (part in safety.patterns ? part : undefined)
    if (known) return known
    const name = `part ${parts++}`
    partNames.set(part, name)
    concepts[name] = part
    return name
  }
  for (const [name, says] of Object.entries(safety.patterns)) {
    const sequences: string[] = []
    for (const pattern of says.split(';')) {
      const frame = frameOf.get(name)
      if (!frame || !/ [+&-] /.test(pattern)) sequences.push(pattern)
      else {
        const [yes = '', ...no] = pattern.split(' - ')
        const wanted = yes.split(/ [+&] /).map(nameOf)
        conjunctions.push({ frame, acrossSentences: yes.includes(' & '), wanted, unwanted: no.map(nameOf) })
      }
    }
    concepts[name] = sequences.join(';')
  }
  const grammar = createGrammar(concepts satisfies Concepts)

  /** All frames found, in no particular order. */
  function find(reading: Reading, matches: Matches): Found[] {
    const found: Found[] = []
    for (const frame of safety.frames) for (const span of matches.of(frame.id)) found.push({ frame, span })
    for (const { frame, acrossSentences, wanted, unwanted } of conjunctions) {
      const [leader = '', ...others] = wanted
      let searched = -1
      for (const span of matches.of(leader)) {
        const end = acrossSentences ? reading.tokens.length : reading.sentenceEnd(span.from)
        // One hit a sentence is enough; what comes first in it decides where.
        if (end === searched) continue
        const start = acrossSentences ? 0 : reading.sentenceStart(span.from)
        const from = Math.max(start, span.from - SENTENCE_REACH)
        const to = Math.min(end, span.from + SENTENCE_REACH)
        const near = (name: string) => firstIn(matches.of(name), from, to)
        const together = others.map(near)
        if (together.includes(undefined) || unwanted.some((name) => near(name))) continue
        searched = end
        const spans = [span, ...together.filter((other) => other !== undefined)]
        const first = Math.min(...spans.map((one) => one.from))
        found.push({ frame, span: { from: first, to: Math.max(...spans.map((one) => one.to)) } })
      }
    }
    return found
  }
  return { grammar, find }
}
