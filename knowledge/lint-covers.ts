// Sections marked `covers:`: the gaps they name must be there, be theirs alone, and be something an article may answer.
import { countWords, MAX_PASSAGE_WORDS } from './answer-length.ts'
import type { Report } from './lint-policy.ts'
import type { Wording } from './sources.ts'

export function lintCovers({ articles, gaps }: Wording, report: Report): void {
  const all = gaps.flatMap(({ content }) => content.gaps)
  const owners = new Map<string, string>()
  for (const { file, sections } of articles) {
    for (const { heading, line, covers, sentences } of sections) {
      const place = { file, line }
      const broken = sentences.find(({ text }) => /^covers:/i.test(text))
      if (broken)
        report(
          { file, line: broken.line },
          `“${broken.text}” would be shown as a sentence`,
          'write it as “covers: cost, insurance”, on a line of its own',
        )
      // An empty heading waits for its text, and covers nothing meanwhile.
      if (covers.length === 0 || sentences.length === 0) continue
      for (const id of covers) {
        const gap = all.find((candidate) => candidate.id === id)
        const owner = owners.get(id)
        owners.set(id, owner ?? `${file}:${line}`)
        if (!gap)
          report(
            place,
            `there is no gap “${id}”`,
            `write ${nearestOf(
              id,
              all.map((one) => one.id),
            )}, an id from gaps/`,
          )
        else if (gap.reason !== 'not-covered')
          report(
            place,
            `“${id}” is a question for ${gap.reason === 'personal' ? 'a clinician' : 'somebody else'}, and stays declined`,
            'take it out of “covers:”',
          )
        else if (owner)
          report(place, `the gap “${id}” is covered at ${owner} already`, 'keep the mark where the better answer is')
        else
          report(
            place,
            `“${heading}” answers what was declined as “${id}”: ${gap.topic.en}`,
            'take the mark away to decline it again',
            'note',
          )
      }
      const words = sentences.reduce((sum, { text }) => sum + countWords(text), 0)
      if (words > MAX_PASSAGE_WORDS)
        report(
          place,
          `“${heading}” has ${words} words, and an answer shows the first ${MAX_PASSAGE_WORDS} at most`,
          'begin with what matters, or make two headings of it',
          'note',
        )
    }
  }
}

/** The id that shares most of its letters in threes. */
function nearestOf(id: string, ids: readonly string[]): string {
  const threes = (text: string) => new Set(Array.from(text.slice(2), (_, at) => text.slice(at, at + 3)))
  const wanted = threes(id)
  const shared = (other: string) => [...threes(other)].filter((part) => wanted.has(part)).length
  return `“${[...ids].sort((a, b) => shared(b) - shared(a))[0] ?? ''}”`
}
