// First guesses at how people ask about a section, from its heading and its sentences, until a person has written better ones.
import { contentWords } from './lint-phrasings.ts'

/**
 * Every phrasing also teaches triage what is harmless and for no clinician. A sentence with such a word must not: from
 * “call 911 for chest pain” it would learn that chest pain is nothing.
 */
const NOT_HARMLESS =
  /\b(suicid\w*|kill\w*|die[sd]?|dying|death|dead|harm\w*|hurt\w*|cris[ei]s|emergenc\w*|911|988|chest|breath\w*|bleed\w*|faint\w*|unconscious\w*|overdos\w*|abus\w*|violen\w*|weapon\w*|guns?|pain\w*|seizure\w*|pills?|tablets?|medicin\w*|medication\w*|drugs?|dos(?:e|es|age)|insulin|prescri\w*|pregnan\w*|diagnos\w*|allerg\w*|blood|doctors?|emergencia\w*|morir\w*|matar\w*|dolor\w*|respirar|pastillas?|medicamentos?|embaraz\w*|sangre|dosis)\b/i

/**
 * Visitors name one thing out of a sentence, in any kind of question. The model sees each group of neighbouring content
 * words in several kinds, so that it is the words that count and not the way of asking.
 */
const WAYS_OF_ASKING = {
  en: [
    '',
    'what about',
    'how',
    'is it',
    'do you have',
    'when',
    'why',
    'do i',
    'does',
    'are there',
    'how long',
    'where',
  ],
  es: ['', 'qué hay de', 'cómo', 'es', 'tienen', 'cuándo', 'por qué', 'hay', 'cuánto', 'dónde'],
} as const
const LONGEST_GROUP = 3
/** As many as a short authored entry has; more would drown authored phrasings of the same words. */
const MAX_GUESSES = 180
const MAX_SENTENCES = 8

/** What the model learns for a section nobody has authored. At least one; no two alike. */
export function guessedPhrasings(heading: string, sentences: readonly string[], lang: 'en' | 'es'): string[] {
  const harmless = sentences.filter((sentence) => !NOT_HARMLESS.test(sentence)).slice(0, MAX_SENTENCES)
  const ways = WAYS_OF_ASKING[lang]
  const groups = [heading, ...harmless].flatMap(groupsOf)
  const asked = (group: string, at: number) => `${ways[at % ways.length]} ${group}`
  const guesses = groups.flatMap((group, at) => [asked(group, 2 * at), asked(group, 2 * at + 1)])
  return distinct([heading, contentWords(heading).join(' '), ...harmless, ...spread(guesses, MAX_GUESSES)])
}

/** A few of them, for a person to correct: the heading, and each sentence in its key words. */
export function candidatePhrasings(heading: string, sentences: readonly string[]): string[] {
  const topic = contentWords(heading).join(' ')
  const harmless = sentences.filter((sentence) => !NOT_HARMLESS.test(sentence))
  return distinct([heading, topic, ...harmless.map((sentence) => contentWords(sentence).slice(0, KEY_WORDS).join(' '))])
}
const KEY_WORDS = 5

function groupsOf(text: string): string[] {
  const words = contentWords(text)
  return words.flatMap((_, at) =>
    Array.from({ length: LONGEST_GROUP }, (_, more) => words.slice(at, at + more + 1)).flatMap((group, more) =>
      group.length === more + 1 ? [group.join(' ')] : [],
    ),
  )
}

/** At most so many of them, from all over the list. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most)
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>()
  return texts
    .map((text) => text.trim())
    .filter((text) => {
      const key = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      const isNew = key !== '' && !seen.has(key)
      seen.add(key)
      return isNew
    })
}
