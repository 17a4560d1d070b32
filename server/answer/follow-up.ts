// Recognises a turn that only makes sense after an earlier one: "tell me more", "the second one", "and phobias?", "why".
import type { FollowUpKind, Lexicon } from '../../knowledge/schema.ts'
import { normalize } from './normalize.ts'

export type FollowUp =
  | { readonly kind: 'more' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** Asks the earlier question further: "why", "how long". */
  | { readonly kind: 'further' }
  /** One of the choices offered, by its place from 0. */
  | { readonly kind: 'pick'; readonly place: 0 | 1 | 2 }
  /** The earlier question, asked of something else. */
  | { readonly kind: 'about'; readonly words: readonly string[] }

/** A turn longer than this says enough by itself. */
const MAX_TOPIC_WORDS = 4
const MAX_PRONOUN_WORDS = 7

/** A complete question inherits nothing, so everything that is not plainly a follow-up is none: `null`. */
export function createFollowUpReader(lexicon: Lexicon): (words: readonly string[]) => FollowUp | null {
  const plain = (kind: FollowUpKind) =>
    (lexicon.followUps[kind] ?? []).map((text) => normalize(text, lexicon.rewrites).join(' '))
  const setOf = (kind: FollowUpKind) => new Set(plain(kind))
  const whole = (['more', 'yes', 'no', 'further'] as const).map((kind) => ({ kind, turns: setOf(kind) }))
  const places = (['first', 'second', 'third'] as const).map(setOf)
  const openers = plain('about').sort((a, b) => b.length - a.length)
  const pronouns = setOf('pronouns')
  const everyday = setOf('everyday')

  function isNothingItself(words: readonly string[]): boolean {
    const hasPronoun = words.some((word) => pronouns.has(word))
    return (
      hasPronoun && words.length <= MAX_PRONOUN_WORDS && words.every((word) => pronouns.has(word) || everyday.has(word))
    )
  }

  function topicOf(turn: string): readonly string[] | null {
    const opener = openers.find((one) => turn.startsWith(`${one} `))
    if (opener === undefined) return null
    const words = turn.slice(opener.length + 1).split(' ')
    return words.length <= MAX_TOPIC_WORDS && !words.every((word) => everyday.has(word)) ? words : null
  }

  return (words) => {
    const turn = words.join(' ')
    const found = whole.find(({ turns }) => turns.has(turn))
    if (found) return { kind: found.kind }
    const place = places.findIndex((turns) => turns.has(turn))
    if (place === 0 || place === 1 || place === 2) return { kind: 'pick', place }
    const [opening, ...rest] = words
    if (opening && LEADS.has(opening) && rest.length > 0 && whole.some(({ turns }) => turns.has(rest.join(' '))))
      return { kind: 'further' }
    const topic = topicOf(turn)
    if (topic) return { kind: 'about', words: topic }
    return isNothingItself(words) ? { kind: 'further' } : null
  }
}

/** "and why", "but how long": the rest is the follow-up. */
const LEADS: ReadonlySet<string> = new Set(['and', 'but', 'so', 'ok', 'okay', 'y', 'pero', 'entonces'])

/** True when a turn only presses for what was declined: "just yes or no", "please". */
export function createInsistence({ followUps, rewrites }: Lexicon): (question: string) => boolean {
  const plain = (text: string) => normalize(text, rewrites).join(' ')
  const turns = new Set((followUps.insist ?? []).map(plain))
  return (question) => turns.has(plain(question))
}
