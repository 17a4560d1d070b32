// Everything a visitor can be shown, as an ordered list that people can read, sign and compare. Pure.
import type { Article, ArticlePolicy, Both, Entry, EntryId, Knowledge } from './schema.ts'
import type { Sources } from './sources.ts'
import { fixedPieces } from './visible-fixed.ts'
import type { VisibleField, VisiblePiece } from './visible-piece.ts'
import { bothSaid, said, spaced, unsigned } from './visible-piece.ts'

/** In the order of reading: articles with their entries, gaps, courtesies, the clinic, cards, copy, and what is withheld. */
export function visibleContent(knowledge: Knowledge, sources: Sources): readonly VisiblePiece[] {
  return [
    ...knowledge.articles.map((article) => articlePiece(article)),
    ...asInTheArticles(knowledge).map((entry) => entryPiece(entry, knowledge)),
    ...knowledge.gaps.map(
      (gap): VisiblePiece => ({
        ...{ id: `gap/${gap.id}`, kind: 'gap', group: spaced(gap.family), label: gap.topic.en },
        fields: [
          ...bothSaid('Message', gap.message),
          ...bothSaid('Topic, as in “I can’t find …”', gap.topic),
          ...(gap.disclosed ? [said('Answered by', 'The clinic’s disclosure, when there is one')] : []),
          ...offers(gap.followUps, knowledge),
        ],
      }),
    ),
    ...knowledge.smalltalk.map(
      ({ id, message, followUps }): VisiblePiece => ({
        ...{ id: `smalltalk/${id}`, kind: 'smalltalk', group: 'Courtesies', label: spaced(id) },
        fields: [...bothSaid('Message', message), ...offers(followUps, knowledge)],
      }),
    ),
    {
      ...{ id: 'suggestions/first', kind: 'suggestions', group: 'Offered before the first question' },
      label: 'Questions that are offered first',
      fields: offers(knowledge.suggestions, knowledge),
    },
    ...fixedPieces(knowledge, sources),
    ...withheldPieces(knowledge, sources),
  ]
}

/** Entries come by file name; whoever reads them has the article's order in mind. */
function asInTheArticles({ articles, entries }: Knowledge): readonly Entry[] {
  const headings = articles.flatMap(({ id, sections }) => sections.map(({ heading }) => `${id} ${heading}`))
  const place = ({ article, section }: Entry) => headings.indexOf(`${article} ${section}`)
  return entries.toSorted((a, b) => place(a) - place(b))
}

function articlePiece({ id, title, url, lang, approvedOn, caveat }: Article): VisiblePiece {
  return {
    ...{ id: `article/${id}`, kind: 'article', group: 'The article', label: title },
    fields: [
      said('Title', title, lang),
      said('Address', url),
      unsigned('Text approved on', approvedOn),
      ...(caveat ? [said('Reservation', caveat.text, lang)] : []),
    ],
  }
}

function entryPiece(entry: Entry, knowledge: Knowledge): VisiblePiece {
  const article = knowledge.articles.find(({ id }) => id === entry.article)
  const lang = article?.lang ?? 'en'
  const claims = entry.say.filter(({ claim }) => claim)
  // The reservation is not owed beside itself, nor where it is among the sentences already.
  const isOwed = claims.length > 0 && !entry.say.some(({ text }) => text === article?.caveat?.text)
  const noticeId = entry.say.find(({ notice }) => notice)?.notice
  const { disclosure } = knowledge.clinic
  const beside = [
    ...(isOwed && article?.caveat ? ['the article’s reservation'] : []),
    ...(claims.length > 0 ? ['the clinic’s disclosure'] : []),
    ...(noticeId ? [`the notice “${spaced(noticeId)}”`] : []),
  ]
  const lines = (name: string, key: string) => [
    unsigned(name, knowledge.copy.en[key] ?? '', 'en'),
    unsigned(name, knowledge.copy.es[key] ?? '', 'es'),
  ]
  return {
    ...{ id: `entry/${entry.id}`, kind: 'entry', group: entry.section, label: entry.question },
    fields: [
      said('Question', entry.question, 'en'),
      said('Question', entry.questionEs, 'es'),
      entry.say.length > 0
        ? said('Says', entry.say.map(({ text }) => text).join('\n'), lang)
        : said('Says', 'Nothing: its sentences were withdrawn. The visitor is sent to the clinic.'),
      ...(beside.length > 0 ? [said('Shown beside it', beside.join(', '))] : []),
      ...(isOwed && article?.caveat ? [unsigned('Reservation', article.caveat.text, lang)] : []),
      ...(claims.length > 0 ? disclosed(disclosure) : []),
      ...(noticeId ? lines('Notice', `notice-${noticeId}`) : []),
      ...offers(entry.followUps, knowledge),
    ],
  }
}

function disclosed(disclosure: Both | undefined): readonly VisibleField[] {
  if (!disclosure) return [unsigned('Disclosure', 'The clinic has none.')]
  return [unsigned('Disclosure', disclosure.en, 'en'), unsigned('Disclosure', disclosure.es, 'es')]
}

/** Signed by the entries' ids: a question that is worded anew is one change, not one in each place that offers it. */
function offers(ids: readonly EntryId[], { entries }: Knowledge): readonly VisibleField[] {
  const offered = ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
  if (offered.length === 0) return []
  const text = offered.map(({ question }) => question).join('\n')
  return [{ name: 'Offers next', lang: 'en', text, signed: offered.map(({ id }) => id).join(', ') }]
}

function withheldPieces(knowledge: Knowledge, { policies }: Sources): readonly VisiblePiece[] {
  return policies.flatMap(({ content }, at) => withheldOf(content, knowledge, at === 0 ? '' : `${content.article}/`))
}

/** @param place begins the ids of what articles beside the first one withhold. */
function withheldOf(
  { never, onlyFor, uncovered, article }: ArticlePolicy,
  knowledge: Knowledge,
  place: string,
): readonly VisiblePiece[] {
  const source = knowledge.articles.find(({ id }) => id === article)
  const sentences = source?.sections.flatMap((section) => section.sentences.map(({ text }) => text)) ?? []
  const piece = (group: string, start: string, ...more: readonly VisibleField[]): VisiblePiece => {
    const text = sentences.find((sentence) => sentence.startsWith(start)) ?? start
    const id = `withheld/${place}${group.toLowerCase()}: ${start}`
    return { id, kind: 'withheld', group, label: start, fields: [said('Sentence', text, source?.lang), ...more] }
  }
  return [
    ...never.map(({ sentence, why }) => piece('Never quoted', sentence, said('Reason', why))),
    ...onlyFor.map(({ sentence, why, entries }) => {
      const titles = entries.map((id) => knowledge.entries.find((entry) => entry.id === id)?.question ?? id)
      const only = { ...said('Only for', entries.join(', ')), text: titles.join('\n') }
      return piece('Quoted only for certain questions', sentence, said('Reason', why), only)
    }),
    ...uncovered.map(({ sentence, why }) => piece('Not quoted yet', sentence, said('Reason', why))),
  ]
}
