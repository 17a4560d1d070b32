// Recognises a turn that only makes sense after an earlier one: "tell me more", "the second one", "and phobias?", "why".
import type { FollowUpKind, Lexicon } from '../../knowledge/schema.ts'
import { normalize } from './normalize.ts'

export type FollowUp =
  | { readonly kind: 'more' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** Asks the earlier question further: "why", "how long". */
  | { readonly kind: 'further' }
  /** Presses for what was declined: "just yes or no". */
  | { readonly kind: 'insist' }
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
  const insists = createInsistence(lexicon)
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
    const rest = words.slice(words.findIndex((word) => !LEADS.has(word)))
    if (rest.length < words.length && rest.length > 0) {
      const led = whole.find(({ turns }) => turns.has(rest.join(' ')))
      if (led) return { kind: led.kind }
    }
    if (insists(words)) return { kind: 'insist' }
    const topic = topicOf(turn)
    if (topic) return { kind: 'about', words: topic }
    return isNothingItself(words) ? { kind: 'further' } : null
  }
}

/** "and why", "ok and tell me more": what follows is the follow-up. */
const LEADS: ReadonlySet<string> = new Set(
  'and but so ok okay cool hm hmm um uh well alright right oh y pero entonces bueno'.split(' '),
)

const MAX_INSISTENT_WORDS = 9

/**
 * Tells whether a turn says nothing but that an answer is wanted: made of the words of such turns ("just your honest
 * opinion please") and of everyday ones.
 */
export function createInsistence({ followUps, rewrites }: Lexicon): (words: readonly string[]) => boolean {
  const wordsOf = (texts: readonly string[] = []) => new Set(texts.flatMap((text) => normalize(text, rewrites)))
  const everyday = wordsOf(followUps.everyday)
  const pronouns = wordsOf(followUps.pronouns)
  const insistent = new Set([...wordsOf(followUps.insist)].filter((word) => !everyday.has(word) && !pronouns.has(word)))
  return (words) =>
    words.length <= MAX_INSISTENT_WORDS &&
    words.some((word) => insistent.has(word)) &&
    words.every((word) => insistent.has(word) || everyday.has(word) || pronouns.has(word))
}
