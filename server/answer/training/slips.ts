// Build time: mistypes words as hurried people do, so that the models have seen it before a visitor in need does it.
import { NEIGHBOURS } from '../keyboard.ts'
import type { Random } from './random.ts'

/** Share of words mistyped. More is no visitor's writing; less taught less. */
const SHARE = 0.3
const VOWELS = 'aeiou'

/** One slip in some of the words. Letters and digits only, as words are after normalising. */
export function mistyped(words: readonly string[], random: Random): readonly string[] {
  return words.map((word) => (word.length > 1 && random() < SHARE ? slipIn(word, random) : word))
}

function slipIn(word: string, random: Random): string {
  const at = Math.floor(random() * word.length)
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  const oneOf = (letters: string) => letters.charAt(Math.floor(random() * letters.length))
  const kind = random()
  if (kind < 0.25) return before + after // left out
  if (kind < 0.45) return before + after.charAt(0) + letter + after.slice(1) // struck too early
  if (kind < 0.6) return before + letter + letter + after // struck twice
  if (kind < 0.75) return before + letter + oneOf(NEIGHBOURS[letter] ?? letter) + after // struck with its neighbour
  if (kind < 0.9 || !VOWELS.includes(letter)) return before + oneOf(NEIGHBOURS[letter] ?? letter) + after // missed
  return before + oneOf(VOWELS) + after // as it sounds
}
