// Recognises direct crisis and emergency statements before anything is searched, on the whole text.
import type { CardId } from '../../knowledge/schema.ts'
import type { Lang } from '../contract.ts'
import { languageOf } from './language.ts'
import type { Rewrites } from './normalize.ts'
import { normalize } from './normalize.ts'

/** safety.json: word sequences by card, harmless surroundings, and topics that ask for the soft line. */
export interface Safety {
  readonly cards: Readonly<Record<CardId, readonly string[]>>
  readonly shields: readonly string[]
  readonly topics: readonly string[]
}

export type Triage =
  | { readonly kind: 'card'; readonly card: CardId; readonly lang: Lang; readonly why: string }
  | { readonly kind: 'cannot-pass-on' | 'human'; readonly lang: Lang; readonly why: string }
  | { readonly kind: 'ordinary'; readonly lang: Lang; readonly isCrisisTopic: boolean }

// Emergency before crisis, somebody else before self: "wants to kill himself" holds "kill himself".
const ORDER: readonly CardId[] = [
  'emergency-medical',
  'emergency-violence',
  'emergency-harm-to-others',
  'crisis-other',
  'crisis-self',
]
/** A `*` in a sequence stands for up to this many words. */
const WILDCARD_WORDS = 3
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}\.\p{L}/u
const PHONE_DIGITS = { least: 7, most: 15 }
const HUMAN = [
  'real person',
  'real human',
  'speak to a person',
  'talk to a person',
  'talk to someone',
  'speak to someone',
  'live agent',
  'human please',
  'representative',
  'persona real',
]

/** Word sequences are compared on the same words retrieval sees, without any cut-off. */
export function createTriage(safety: Safety, rewrites: Rewrites): (text: string, locale?: Lang) => Triage {
  const split = (sequence: string) => normalize(sequence, rewrites, Infinity)
  const shields = safety.shields.map(split)
  const cards = ORDER.map((card) => ({
    card,
    sequences: safety.cards[card].map((text) => text.split(' * ').map(split)),
  }))
  const topics = safety.topics.map(split)
  const human = HUMAN.map(split)
  return (text, locale) => {
    const words = maskAll(normalize(text, rewrites, Infinity), shields)
    const lang = languageOf(words, locale)
    const places = wordPlaces(words)
    for (const { card, sequences } of cards) {
      const found = sequences.find((parts) => standsIn(parts, words, places))
      if (found) return { kind: 'card', card, lang, why: found.map((part) => part.join(' ')).join(' * ') }
    }
    if (EMAIL.test(text) || hasPhoneNumber(text)) return { kind: 'cannot-pass-on', lang, why: 'a number or an address' }
    const person = human.find((sequence) => standsIn([sequence], words, places))
    if (person) return { kind: 'human', lang, why: person.join(' ') }
    return { kind: 'ordinary', lang, isCrisisTopic: topics.some((topic) => standsIn([topic], words, places)) }
  }
}

/** Where each word stands, so that a long text is walked once and not once a sequence. */
function wordPlaces(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  words.forEach((word, at) => {
    const list = places.get(word)
    if (list) list.push(at)
    else places.set(word, [at])
  })
  return places
}

function standsIn(
  parts: readonly (readonly string[])[],
  words: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  const [first, ...rest] = parts
  return (places.get(first?.[0] ?? '') ?? []).some((start) => {
    if (!first || !matchesAt(first, words, start)) return false
    let at = start + first.length
    return rest.every((part) => {
      for (let skipped = 0; skipped <= WILDCARD_WORDS; skipped++) {
        if (!matchesAt(part, words, at + skipped)) continue
        at += skipped + part.length
        return true
      }
      return false
    })
  })
}

function matchesAt(sequence: readonly string[], words: readonly string[], start: number): boolean {
  return sequence.every((word, offset) => words[start + offset] === word)
}

/** Shields hide only their own words; what else the message says is still read. */
function maskAll(words: readonly string[], shields: readonly (readonly string[])[]): readonly string[] {
  const masked = [...words]
  for (const shield of shields) {
    for (let at = 0; at + shield.length <= masked.length; at++) {
      if (matchesAt(shield, masked, at)) masked.fill('', at, at + shield.length)
    }
  }
  return masked
}

/** Seven to fifteen digits with nothing but the punctuation of numbers between them. */
function hasPhoneNumber(text: string): boolean {
  let digits = 0
  for (const character of text.normalize('NFKC')) {
    if (character >= '0' && character <= '9') digits++
    else if (!' ()+-./'.includes(character)) {
      if (digits >= PHONE_DIGITS.least && digits <= PHONE_DIGITS.most) return true
      digits = 0
    }
  }
  return digits >= PHONE_DIGITS.least && digits <= PHONE_DIGITS.most
}
