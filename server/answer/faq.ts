// Everything that can be asked and what is said to it, as one text: for /faq and the exports. Replies are the assistant's own.
import type { Article, Entry, Gap, Knowledge } from '../../knowledge/schema.ts'
import type { AnswerReply, Handoff, Lang, Resource } from '../contract.ts'
import { announcementOn } from './announcement.ts'
import type { Assistant } from './answer.ts'
import { composeCard } from './cards.ts'
import { titleOf } from './compose.ts'

export interface Faq {
  readonly lang: Lang
  /** In the order of the articles and their sections. Sections without a question are left out. */
  readonly sections: readonly FaqSection[]
  /** What the articles do not answer, by families that have a heading in knowledge/copy (`faq-family-…`), in its order. */
  readonly unanswered: readonly FaqGaps[]
  /** Who to reach in a crisis, as on the card. */
  readonly resources: readonly Resource[]
  readonly handoff: Handoff
  /** The clinic's line for today. */
  readonly announcement: string | null
  /** Said instead of answers while the clinic has paused its assistant; there are no sections then. */
  readonly paused: string | null
}

export interface FaqSection {
  /** Title of the article, where there are several. */
  readonly article: string | null
  readonly heading: string
  /** Language of the heading, which is the article's own. */
  readonly lang: Lang
  readonly questions: readonly FaqQuestion[]
}

export interface FaqQuestion {
  readonly id: string
  readonly title: string
  /** The same question in the other language; `null` where nobody has written it. */
  readonly otherTitle: { readonly text: string; readonly lang: Lang } | null
  readonly reply: FaqReply
}

/** The very reply that asking the question gets, but for the handoff: one stands below all of them, as of now. */
export type FaqReply = Omit<AnswerReply, 'handoff'>

export interface FaqGaps {
  readonly heading: string
  readonly topics: readonly { readonly id: string; readonly topic: string; readonly message: string }[]
}

export type FaqOf = (lang: Lang, now: Date) => Faq

type Content = Omit<Faq, 'handoff' | 'announcement'>

const FAMILY = 'faq-family-'

/** What does not change with the clock is worked out at the first call for a language, in some 40 ms. */
export function createFaq(knowledge: Knowledge, assistant: Assistant): FaqOf {
  const { clinic } = knowledge
  const made: Partial<Record<Lang, Content>> = {}
  return (lang, now) => {
    const content = made[lang] ?? make(lang, now)
    made[lang] = content
    return { ...content, handoff: assistant.handoff(lang, now), announcement: announcementOn(clinic, lang, now) }
  }

  function make(lang: Lang, now: Date): Content {
    const sections = knowledge.articles.flatMap((article) => sectionsOf(article, lang, now))
    const all = clinic.paused ? [] : Object.keys(knowledge.copy[lang])
    const families = all.filter((key) => key.startsWith(FAMILY))
    const unanswered = families.map((key) => ({
      heading: assistant.say(key, lang),
      topics: knowledge.gaps
        .filter(({ family }) => `${FAMILY}${family}` === key)
        .map((gap) => ({ id: gap.id, topic: capitalized(gap.topic[lang], lang), message: toldAbout(gap, lang) })),
    }))
    return {
      lang,
      paused: clinic.paused ? assistant.say('paused', lang) : null,
      sections: sections.filter(({ questions }) => questions.length > 0),
      unanswered: unanswered.filter(({ topics }) => topics.length > 0),
      resources: composeCard(
        { kind: 'crisis', variant: 'self', lang, bilingual: false, alsoAsked: false, why: [] },
        knowledge,
        assistant.say,
        assistant.handoff(lang, now),
      ).resources,
    }
  }

  /** What asking about it gets: the clinic's disclosure, where that answers. */
  function toldAbout({ disclosed, message }: Gap, lang: Lang): string {
    return (disclosed && clinic.disclosure?.[lang]) || message[lang]
  }

  function sectionsOf(article: Article, lang: Lang, now: Date): readonly FaqSection[] {
    const ofArticle = knowledge.entries.filter((entry) => entry.article === article.id)
    const headings = [...new Set(article.sections.map(({ heading }) => heading))]
    return headings.map((heading) => ({
      article: knowledge.articles.length > 1 ? article.title : null,
      heading,
      lang: article.lang,
      questions: ofArticle
        .filter(({ section }) => section === heading)
        .flatMap((entry) => questionOf(entry, lang, now) ?? []),
    }))
  }

  /** Asked like any visitor's question, so that no rule for what stands beside a quote is missed here. */
  function questionOf(entry: Entry, lang: Lang, now: Date): FaqQuestion | null {
    const title = titleOf(entry, lang)
    const reply = assistant.answer({ question: title, locale: lang }, now)
    // No answer: all its sentences were withdrawn, and there is nothing to read.
    if (reply.kind !== 'answer' || reply.entry !== entry.id) return null
    const { handoff: _, ...shown } = reply
    return { id: entry.id, title, otherTitle: otherTitleOf(entry, lang), reply: shown }
  }
}

function otherTitleOf(entry: Entry, lang: Lang): FaqQuestion['otherTitle'] {
  // A question made from a heading has the heading for both.
  if (entry.question === entry.questionEs) return null
  const other: Lang = lang === 'en' ? 'es' : 'en'
  return { text: titleOf(entry, other), lang: other }
}

/** Topics are written to stand inside a sentence. */
function capitalized(text: string, lang: Lang): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)
}
