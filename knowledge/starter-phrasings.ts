// First guesses at how people ask about a section, from its heading and its sentences. A person corrects them, or writes better ones.
import { contentWords } from './lint-phrasings.ts'

/** Every phrasing also teaches triage what is harmless: a sentence with such a word must not. */
const ALARMING =
  /\b(suicid\w*|kill\w*|die[sd]?|dying|death|dead|harm\w*|hurt\w*|crisis|emergenc\w*|911|988|chest|breath\w*|bleed\w*|faint\w*|unconscious\w*|overdos\w*|abuse[sd]?|violen\w*|weapon\w*|gun|pain|seizure\w*|urgenc\w*|emergencia\w*|suicid\w*|morir\w*|matar\w*|dolor|respirar)\b/i
/** More would drown the authored phrasings of everything else. */
const MAX_PHRASINGS = 12
const KEY_WORDS = 6

/** The heading as it is, as a bare topic, and with what each sentence says in keywords. No two alike; at least one. */
export function phrasingsOf(heading: string, sentences: readonly string[]): string[] {
  const topic = contentWords(heading).join(' ')
  const calm = sentences.filter((sentence) => !ALARMING.test(sentence))
  const guesses = [
    heading,
    topic,
    ...calm.flatMap((sentence) => {
      const words = contentWords(sentence)
      return [sentence, words.slice(0, KEY_WORDS).join(' '), `${topic} ${words.slice(-KEY_WORDS).join(' ')}`]
    }),
  ]
  const seen = new Set<string>()
  return guesses
    .map((guess) => guess.trim())
    .filter((guess) => {
      const key = guess
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      if (!key || seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MAX_PHRASINGS)
}
