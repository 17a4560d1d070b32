// Sources → the knowledge the server answers from. Pure and total: what is wrong with the sources is lint's to say.

import { coveringEntry, derivedEntries } from './derived.ts'
import type { Article, Copy, Entry, Gap, Knowledge, NoticeId, Quote } from './schema.ts'
import type { SourceArticle, Sources } from './sources.ts'

type SentencePolicy = 'free' | 'claim' | 'never'

/**
 * Puts articles, policy and entries together: each quote learns its section, whether it is a claim, and its notice;
 * withdrawn sentences fall out of their entries; an article without entries gets derived ones from its headings.
 *
 * @param sha256OfArticle SHA-256 (64 hex digits) of each article's file, by article id.
 */
export function assemble(sources: Sources, sha256OfArticle: ReadonlyMap<string, string>): Knowledge {
  const articles = sources.articles.map((source): Article => {
    const policy = sources.policies.find(({ content }) => content.article === source.id)?.content
    const policyOf = (text: string): SentencePolicy => {
      if (policy?.never.some((rule) => text.startsWith(rule.sentence))) return 'never'
      return policy?.claims.some((start) => text.startsWith(start)) ? 'claim' : 'free'
    }
    const noticeOf = (text: string): NoticeId | null =>
      policy?.notices.find((rule) => text.startsWith(rule.sentence))?.notice ?? null
    const sections = source.sections.map(({ heading, level, sentences }) => ({
      heading,
      level,
      sentences: sentences.map(({ text, line }, position) => ({
        text,
        opensParagraph: line !== sentences[position - 1]?.line,
        policy: policyOf(text),
        notice: noticeOf(text),
      })),
    }))
    return {
      id: source.id as Article['id'], // the file's name; lint has checked that it is a slug
      ...source.frontMatter,
      sha256: sha256OfArticle.get(source.id) ?? '',
      sections,
      caveat: policy?.caveat ? findSentence(sections, policy.caveat) : null,
    }
  })
  const authored = sources.entries.flatMap(({ content }) => {
    const article = articles.find(({ id }) => id === content.article)
    return content.entries.map(
      ({ say, ...entry }): Entry => ({
        ...entry,
        article: content.article,
        section: content.section,
        say: article ? say.flatMap((text) => quote(article, text) ?? []) : [],
        derived: false,
      }),
    )
  })
  const withEntries = new Set(authored.map(({ article }) => article))
  const gaps = sources.gaps.flatMap(({ content }) =>
    content.gaps.map((gap): Gap => {
      const built = { ...gap, family: content.family }
      return sources.policy.content.disclosed.includes(gap.id) ? { ...built, disclosed: true as const } : built
    }),
  )
  const covering = articles.flatMap((article, at) =>
    coveringEntries(article, sources.articles[at]?.sections ?? [], gaps),
  )
  const covered = new Set(covering.flatMap(({ gapIds }) => gapIds))
  const derived = articles
    .filter(({ id }) => !withEntries.has(id))
    .flatMap((article) =>
      derivedEntries(article, (position) =>
        covering.some((one) => one.entry.article === article.id && one.position === position),
      ),
    )
  return {
    // Of the folder and its history, which the builder knows.
    ...{ version: '', approval: null },
    articles,
    entries: [...authored, ...withOwnTitles([...covering.map(({ entry }) => entry), ...derived], authored, articles)],
    gaps: gaps.filter(({ id }) => !covered.has(id)),
    smalltalk: sources.smalltalk.content.smalltalk,
    clinicFacts: sources.clinicFacts.content.facts,
    suggestions: sources.suggestions.content.suggestions,
    clinic: sources.clinic.content,
    copy: { en: texts(sources.copy.en.content), es: texts(sources.copy.es.content) },
    resources: sources.resources.content.resources,
    cards: sources.resources.content.cards,
    lexicon: sources.lexicon,
  }
}

interface Covering {
  readonly entry: Entry
  /** Of its section in the article. */
  readonly position: number
  readonly gapIds: readonly string[]
}

/** An empty section marked `covers:` answers nothing yet, so its gaps stay. */
function coveringEntries(article: Article, marked: SourceArticle['sections'], gaps: readonly Gap[]): Covering[] {
  return article.sections.flatMap((section, position) => {
    const gapIds = marked[position]?.covers ?? []
    const entry = coveringEntry(
      article,
      section,
      gaps.filter(({ id }) => gapIds.includes(id)),
    )
    return entry ? [{ entry, position, gapIds }] : []
  })
}

/** A title stands for one entry: what two articles head alike is told apart by the article. */
function withOwnTitles(made: readonly Entry[], authored: readonly Entry[], articles: readonly Article[]): Entry[] {
  const seen = new Set(
    authored.flatMap(({ question, questionEs }) => [question.toLowerCase(), questionEs.toLowerCase()]),
  )
  const own = (title: string, entry: Entry): string => {
    const name = articles.find(({ id }) => id === entry.article)?.title
    const candidates = [title, `${title} (${name})`, `${title} (${entry.id})`]
    return candidates.find((one) => !seen.has(one.toLowerCase())) ?? title
  }
  return made.map((entry) => {
    const titles = { question: own(entry.question, entry), questionEs: own(entry.questionEs, entry) }
    for (const title of Object.values(titles)) seen.add(title.toLowerCase())
    return { ...entry, ...titles }
  })
}

/** The sentence as a quote, or null when the article lacks it or the policy withdrew it. */
function quote(article: Article, text: string): Quote | null {
  for (const section of article.sections) {
    const sentence = section.sentences.find((candidate) => candidate.text === text)
    if (!sentence || sentence.policy === 'never') continue
    return { section: section.heading, text, claim: sentence.policy === 'claim', notice: sentence.notice }
  }
  return null
}

function findSentence(sections: Article['sections'], start: string): Article['caveat'] {
  for (const section of sections) {
    const found = section.sentences.find(({ text }) => text.startsWith(start))
    if (found) return { section: section.heading, text: found.text }
  }
  return null
}

function texts(copy: Readonly<Record<string, { text: string }>>): Copy {
  return Object.fromEntries(Object.entries(copy).map(([key, value]) => [key, value.text]))
}
