// Where two texts differ: what they begin with in common, what differs, and what they end with in common, in whole words. Pure.

export type Parts = readonly [lead: string, differing: string, rest: string]

export function differingPart(before: string, after: string): { readonly before: Parts; readonly after: Parts } {
  const [then, now] = [wordsOf(before), wordsOf(after)]
  const most = Math.min(then.length, now.length)
  let lead = 0
  while (lead < most && then[lead] === now[lead]) lead++
  let rest = 0
  while (rest < most - lead && then.at(-1 - rest) === now.at(-1 - rest)) rest++
  const parts = (words: readonly string[]): Parts => [
    words.slice(0, lead).join(''),
    words.slice(lead, words.length - rest).join(''),
    words.slice(words.length - rest).join(''),
  ]
  return { before: parts(then), after: parts(now) }
}

/** Words, each with the space behind it, so that joined they are the text again. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/g) ?? []
}
