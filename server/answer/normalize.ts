// A visitor's text → plain lower-case words: one spelling for quotes, contractions, chat slang and stretched letters.

/** Chat spelling → plain words, for example `wanna` → `want to`. Keys may hold up to three words. */
export type Rewrites = Readonly<Record<string, string>>

// More words than anybody reads before answering; triage, which must read everything, runs before this.
const MAX_WORDS = 400
const MAX_REWRITE_WORDS = 3

/**
 * Lower-case words without punctuation, in the order written, at most `most` (400).
 * "What’s ketamiiiine??" → `what is ketamiine` (the stretched word is left to correction).
 */
export function normalize(text: string, rewrites: Rewrites, most = MAX_WORDS): readonly string[] {
  const plain = text
    .replace(/['’‘ʼ′´`]/g, '') // first: compatibility forms take "´" apart into a space and an accent
    .normalize('NFKD') // compatibility forms and accents: "ﬁ", "qué"
    .toLowerCase()
    .replace(/[\p{Cf}\p{M}]/gu, '') // zero-width characters and the accents just split off
    .replace(/'/g, '') // full-width ones are plain by now
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
  const written = plain.match(/[\p{L}\p{M}\p{N}]+|[$€%]/gu)?.slice(0, most) ?? []
  return rewrite(written, rewrites)
}

function rewrite(words: readonly string[], rewrites: Rewrites): readonly string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; ) {
    let taken = 0
    for (let length = MAX_REWRITE_WORDS; length > 0 && taken === 0; length--) {
      const key = words.slice(at, at + length).join(' ')
      if (at + length > words.length || !Object.hasOwn(rewrites, key)) continue
      out.push(...(rewrites[key] ?? '').split(' '))
      taken = length
    }
    if (taken === 0) out.push(words[at] ?? '')
    at += taken || 1
  }
  return out
}
