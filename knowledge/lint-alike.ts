// Phrasings of two owners that nearly collide, each with the nearest one and the words that tell them apart. Notes only.
import type { Worded } from './alike.ts'
import { nearestOfOthers } from './alike.ts'
import { phrasingOwners, tokens } from './lint-phrasings.ts'
import type { Finding, Wording } from './sources.ts'

/** Below it, one word in seven or more differs, which is enough to tell two questions apart. */
const NEARLY_ALIKE = 0.85

interface Phrasing extends Worded {
  readonly text: string
  place(): { file: string; line: number }
}

export function lintAlike(wording: Wording): readonly Finding[] {
  const all = phrasingOwners(wording).flatMap(({ owners }) =>
    owners.flatMap(({ id, phrasings, place }) =>
      (['en', 'es'] as const).flatMap((lang) =>
        phrasings[lang].map(
          (text, at): Phrasing => ({ owner: id, text, words: new Set(tokens(text)), place: () => place(lang, at) }),
        ),
      ),
    ),
  )
  return [...nearestOfOthers(all, NEARLY_ALIKE)].map(([phrasing, { other }]): Finding => {
    const { file, line } = other.place()
    const what = `“${phrasing.text}” (${phrasing.owner}) is nearly “${other.text}” (${other.owner}, ${file}:${line}): ${difference(phrasing, other)}`
    const instead = 'if one of the two is meant by it, remove the other; if they do differ, say it in more words'
    return { severity: 'note', ...phrasing.place(), what, instead }
  })
}

function difference(one: Worded, other: Worded): string {
  const only = (a: Worded, b: Worded) => [...a.words].filter((word) => !b.words.has(word))
  const words = [...only(one, other), ...only(other, one)]
  return words.length === 0
    ? 'only the order of the words differs'
    : `only ${words.map((word) => `“${word}”`).join(', ')} ${words.length === 1 ? 'tells' : 'tell'} them apart`
}
