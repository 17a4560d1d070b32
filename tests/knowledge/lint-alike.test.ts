// Near collisions between owners, each explained by its nearest phrasing.
import { describe, expect, test } from 'vitest'
import { nearestOfOthers } from '../../knowledge/alike.ts'
import { lint } from '../../knowledge/lint.ts'
import { lintAlike } from '../../knowledge/lint-alike.ts'
import { jaccard } from '../../knowledge/lint-phrasings.ts'
import type { Change } from './small-clinic.ts'
import { parsed, placeOf, shown, smallClinic } from './small-clinic.ts'

const NAPS: Change = ['entries/naps.yaml', '- forty winks', '- how long may a nap in the afternoon be']
const nearly = (text: string): Change => ['gaps/cost.yaml', '- how much is it', `- ${text}`]

describe('npm run lint', () => {
  test('names the nearest phrasing of another owner, and the words that tell the two apart', () => {
    const files = smallClinic(NAPS, nearly('how long may a nap in the early afternoon be'))
    expect(lintAlike(parsed(files)).map((finding) => [finding.severity, shown(finding)])).toEqual([
      [
        'note',
        `${placeOf(files, 'gaps/cost.yaml', 'early afternoon')} “how long may a nap in the early afternoon be” (cost) is nearly “how long may a nap in the afternoon be” (what-is-a-nap, ${placeOf(files, 'entries/naps.yaml', 'in the afternoon')}): only “early” tells them apart; if one of the two is meant by it, remove the other; if they do differ, say it in more words`,
      ],
    ])
  })

  test('sees when only the order of the words differs', () => {
    const [finding] = lintAlike(parsed(smallClinic(NAPS, nearly('in the afternoon how long may a nap be'))))
    expect(finding?.what).toContain('only the order of the words differs')
  })

  test('is silent about phrasings that differ', () => {
    expect(lintAlike(parsed(smallClinic(NAPS, nearly('how long may a nap in the morning cost'))))).toEqual([])
  })

  test('says where a phrasing that stands twice belongs: beside its nearest neighbour', () => {
    const twice = smallClinic(
      ['entries/naps.yaml', '- forty winks', '- forty winks\n        - price of a long nap'],
      nearly('price of a nap\n        - price of a long nap'),
    )
    expect(lint(parsed(twice)).map(({ instead }) => instead)).toContain(
      'keep it where it belongs; nearest to it is “price of a nap”, under cost',
    )
  })
})

test('finds what comparing every pair with every other would find', () => {
  const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const texts = Array.from({ length: 120 }, (_, at) => ({
    owner: `owner-${at % 3}`,
    words: new Set(words.filter((_, bit) => (at + 1) & (1 << bit))),
  }))
  const slow = texts.map((text, at) =>
    Math.max(
      0,
      ...texts.slice(0, at).map((other) => (other.owner === text.owner ? 0 : jaccard(text.words, other.words))),
    ),
  )
  const fast = nearestOfOthers(texts, 0.75)
  expect(texts.map((text) => fast.get(text)?.share ?? 0)).toEqual(slow.map((share) => (share >= 0.75 ? share : 0)))
})
