// Sources → the knowledge the server answers from. Pure and total: what is wrong with the sources is lint's to say.

import type { Article, Copy, Entry, EntryId, Knowledge, NoticeId, Quote } from './schema.ts'
import type { Sources } from './sources.ts'

type SentencePolicy = 'free' | 'claim' | 'never'

/**
 * Puts articles, policy and entries together: each quote learns its section, whether it is a claim, and its notice;
 * withdrawn sentences fall out of their entries; an article without entries gets derived ones from its headings.
 *
 * @param sha256OfArticle SHA-256 (64 hex digits) of each article's file, by article id.
 */
export function assemble(sources: Sources, sha256OfArticle: ReadonlyMap<string, string>): Knowledge {
  const policy = sources.policy.content
  const articles = sources.articles.map((source): Article => {
    const judged = source.id === policy.article
    const policyOf = (text: string): SentencePolicy => {
      if (!judged) return 'free'
      if (policy.never.some((rule) => text.startsWith(rule.sentence))) return 'never'
      return policy.claims.some((start) => text.startsWith(start)) ? 'claim' : 'free'
    }
    const noticeOf = (text: string): NoticeId | null =>
      (judged && policy.notices.find((rule) => text.startsWith(rule.sentence))?.notice) || null
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
      caveat: judged ? findSentence(sections, policy.caveat) : null,
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
  const derived = articles.filter(({ id }) => !withEntries.has(id)).flatMap(derivedEntries)
  return {
    // Of the folder and its history, which the builder knows.
    ...{ version: '', approval: null },
    articles,
    entries: [...authored, ...derived],
    gaps: sources.gaps.flatMap(({ content }) =>
      content.gaps.map((gap) => {
        const built = { ...gap, family: content.family }
        return policy.disclosed.includes(gap.id) ? { ...built, disclosed: true as const } : built
      }),
    ),
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

/** Words an answer's passages may hold in all; more would be a page, not an answer. */
export const MAX_PASSAGE_WORDS = 100
const DERIVED_WORDS = 60

/**
 * Entries made from headings, so that an article nobody has written entries for can be asked about at once: the
 * heading is the question and its only phrasing, the section's first whole sentences are the answer.
 */
function derivedEntries(article: Article): Entry[] {
  const seen = new Set<string>()
  return article.sections.flatMap((section, position) => {
    const quotable = section.sentences.filter(({ policy }) => policy !== 'never')
    const say: Quote[] = []
    for (const sentence of quotable) {
      const words = [...say, sentence].map(({ text }) => countWords(text)).reduce((sum, count) => sum + count, 0)
      if (say.length > 0 && words > DERIVED_WORDS) break
      const { text, notice, policy } = sentence
      if (words <= MAX_PASSAGE_WORDS) say.push({ section: section.heading, text, claim: policy === 'claim', notice })
    }
    if (say.length === 0) return []
    const name = `${article.id}-${toSlug(section.heading) || `section-${position + 1}`}`
    const id = (seen.has(name) ? `${name}-${position + 1}` : name) as EntryId // joined slugs are a slug
    seen.add(name)
    const heading = section.heading.endsWith('?') ? section.heading : `${section.heading}: what does the article say?`
    return {
      ...{ id, article: article.id, section: section.heading, question: heading, questionEs: heading, say },
      phrasings: { en: [section.heading], es: [] },
      followUps: [],
      derived: true,
    }
  })
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function toSlug(heading: string): string {
  const plain = heading.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
}

function texts(copy: Readonly<Record<string, { text: string }>>): Copy {
  return Object.fromEntries(Object.entries(copy).map(([key, value]) => [key, value.text]))
}
