// What may be quoted of each article: every sentence a policy names must be there, once, and every claim have its reservation.
import type { ArticlePolicy } from './schema.ts'
import type { Source, Wording } from './sources.ts'

export type Report = (source: { file: string; line: number }, what: string, instead: string, note?: 'note') => void
export type At = <T>(source: Source<T>, ...path: (string | number)[]) => { file: string; line: number }

export function lintPolicies(sources: Wording, report: Report, at: At): void {
  for (const policy of sources.policies) lintPolicy(policy, sources, report, at)
  const gaps = sources.gaps.flatMap(({ content }) => content.gaps.map(({ id }) => id))
  sources.policy.content.disclosed.forEach((id, i) => {
    if (!gaps.includes(id))
      report(at(sources.policy, 'disclosed', i), `there is no gap “${id}”`, 'name a gap by its id')
  })
}

/** Every sentence of an article; none where there is no such article. */
export function articleTexts(sources: Wording, id: string): readonly string[] {
  const article = sources.articles.find((candidate) => candidate.id === id)
  return article?.sections.flatMap((section) => section.sentences.map(({ text }) => text)) ?? []
}

const NOTHING_DECIDED: ArticlePolicy = { article: '', never: [], claims: [], onlyFor: [], notices: [], uncovered: [] }

/** What was decided on an article; nothing, where it has no policy. */
export function policyOf(sources: Wording, article: string): ArticlePolicy {
  return sources.policies.find(({ content }) => content.article === article)?.content ?? NOTHING_DECIDED
}

function lintPolicy(policy: Source<ArticlePolicy>, sources: Wording, report: Report, at: At): void {
  const { article, caveat, never, claims, onlyFor, notices, uncovered } = policy.content
  if (!sources.articles.some(({ id }) => id === article)) {
    report({ file: policy.file, line: 1 }, `there is no article “${article}”`, 'write the name of a file in articles/')
    return
  }
  const texts = new Set(articleTexts(sources, article))
  const starts: [string, ...(string | number)[]][] = [
    ...(caveat ? [[caveat, 'caveat'] as [string, string]] : []),
    ...never.map(({ sentence }, i): [string, ...(string | number)[]] => [sentence, 'never', i, 'sentence']),
    ...claims.map((sentence, i): [string, ...(string | number)[]] => [sentence, 'claims', i]),
    ...onlyFor.map(({ sentence }, i): [string, ...(string | number)[]] => [sentence, 'onlyFor', i, 'sentence']),
    ...notices.map(({ sentence }, i): [string, ...(string | number)[]] => [sentence, 'notices', i, 'sentence']),
    ...uncovered.map(({ sentence }, i): [string, ...(string | number)[]] => [sentence, 'uncovered', i, 'sentence']),
  ]
  for (const [start, ...path] of starts) {
    const fits = [...texts].filter((text) => text.startsWith(start)).length
    if (fits === 1 || texts.has(start)) continue
    const what = `“${start}” begins ${fits === 0 ? 'no sentence' : `${fits} sentences`} of ${article}`
    report(at(policy, ...path), what, 'write the beginning of exactly one sentence, curly apostrophes included')
  }
  if (!caveat && claims.length > 0) {
    const instead =
      'write the beginning of the article’s own reservation behind “caveat”, or move the claims to “never”'
    report(at(policy, 'claims'), 'a claim is shown only beside a reservation, and there is none', instead)
  }
  if (caveat && never.some(({ sentence }) => sentence.startsWith(caveat) || caveat.startsWith(sentence))) {
    report(at(policy, 'caveat'), 'the caveat is withdrawn, so no claim could be shown', 'choose another caveat')
  }
}
