// Which gaps a new section may answer: suggestions for a person, who marks with `covers:` what it really does.
import type { ArticleSection } from '../article.ts'
import { contentStems } from '../lint-phrasings.ts'
import type { Gap } from '../schema.ts'

type KnownGap = Pick<Gap, 'id' | 'topic' | 'reason' | 'phrasings' | 'guards'>

/** A heading says what its section is about; a sentence only mentions things. */
const HEADING_WEIGHT = 2
/** Below it the likeness is chance: tried on the articles of the tests. */
const MIN_SCORE = 1
/** A second gap is named as well when it is nearly as likely. */
const NEARLY = 0.6
const MOST = 3
/** A word in fewer phrasings says nothing about the gap; its guards count as if they stood in some. */
const MIN_SHARE = 0.03
const GUARD_SHARE = 0.15

/** For each section the ids of up to three gaps, likeliest first. */
export function likelyGaps(
  gaps: readonly KnownGap[],
): (section: Pick<ArticleSection, 'heading' | 'sentences'>) => readonly string[] {
  const known = gaps.filter(({ reason }) => reason === 'not-covered')
  const shares = new Map<string, ReadonlyMap<string, number>>(known.map((gap) => [gap.id, sharesOf(gap)]))
  const owners = new Map<string, number>()
  for (const share of shares.values()) for (const word of share.keys()) owners.set(word, (owners.get(word) ?? 0) + 1)
  const rarity = (word: string) => Math.log(known.length / (owners.get(word) ?? known.length))

  return ({ heading, sentences }) => {
    const inHeading = contentStems(heading)
    const inText = contentStems(sentences.map(({ text }) => text).join(' '))
    const score = (id: string) => {
      const share = shares.get(id)
      const sum = (words: ReadonlySet<string>) =>
        [...words].reduce((all, word) => all + (share?.get(word) ?? 0) * rarity(word), 0)
      return HEADING_WEIGHT * sum(inHeading) + sum(inText)
    }
    const ranked = known.map(({ id }) => ({ id, score: score(id) })).sort((a, b) => b.score - a.score)
    const least = Math.max(MIN_SCORE, NEARLY * (ranked[0]?.score ?? 0))
    return ranked
      .filter((one) => one.score >= least)
      .slice(0, MOST)
      .map(({ id }) => id)
  }
}

/** Share of a gap's phrasings that use a word, for words that more than a few of them use. */
function sharesOf({ phrasings, guards }: KnownGap): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const phrasing of phrasings.en)
    for (const word of contentStems(phrasing)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const shares = new Map([...contentStems(guards.join(' '))].map((word) => [word, GUARD_SHARE]))
  for (const [word, count] of counts)
    if (count >= MIN_SHARE * phrasings.en.length) shares.set(word, count / phrasings.en.length)
  return shares
}
