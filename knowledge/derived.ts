// Entries nobody has authored: made from an article's headings and paragraphs, and from gaps that a section has come to answer.
import { countWords, MAX_PASSAGE_WORDS } from './answer-length.ts'
import type { Article, Entry, EntryId, Gap, Phrasings, Quote } from './schema.ts'
import { guessedPhrasings } from './starter-phrasings.ts'

type Section = Article['sections'][number]
type Sentence = Section['sentences'][number]

/** Short paragraphs are told together up to so many words; a longer one is told by itself. */
const TOGETHER_WORDS = 60

/**
 * An article nobody has written entries for can be asked about at once: each part of a section that fits into one answer
 * is an entry, asked about in the words of its heading and its own.
 */
export function derivedEntries(article: Article, isCovering: (position: number) => boolean): Entry[] {
  const seen = new Set<string>()
  return article.sections.flatMap((section, position) =>
    isCovering(position)
      ? []
      : partsOf(section).map((sentences, part): Entry => {
          const name = [article.id, slugOf(section.heading) || `section-${position + 1}`].join('-')
          const numbered = part > 0 ? `${name}-part-${part + 1}` : name
          const id = (seen.has(numbered) ? `${numbered}-${position + 1}` : numbered) as EntryId // joined slugs are a slug
          seen.add(numbered)
          const title = part === 0 ? questionOf(section.heading) : `${section.heading}: “${openingOf(sentences)} …”`
          return entryOf(
            article,
            section,
            sentences,
            { id, question: title, questionEs: title },
            phrasingsFor(article, section, sentences),
          )
        }),
  )
}

/**
 * The entry of a section marked `covers:`. The gaps' phrasings become its own, so that whatever was declined as one of
 * them is answered from now on.
 */
export function coveringEntry(article: Article, section: Section, gaps: readonly Gap[]): Entry | null {
  const sentences = upTo(MAX_PASSAGE_WORDS, quotable(section))
  const [first] = gaps
  if (sentences.length === 0 || !first) return null
  // The gap's are real ways of asking; guesses would only blur them.
  const own = { en: [], es: [], [article.lang]: [section.heading] }
  const together = (lang: 'en' | 'es') => [
    ...new Set([...own[lang], ...gaps.flatMap(({ phrasings }) => phrasings[lang])]),
  ]
  const heading = questionOf(section.heading)
  const titles = {
    en: article.lang === 'en' ? heading : capitalised(first.topic.en),
    es: article.lang === 'es' ? heading : capitalised(first.topic.es),
  }
  const id = `${article.id}-${slugOf(section.heading) || first.id}` as EntryId // joined slugs are a slug
  return {
    ...entryOf(
      article,
      section,
      sentences,
      { id, question: titles.en, questionEs: titles.es },
      {
        en: together('en'),
        es: together('es'),
      },
    ),
    followUps: first.followUps,
    // Its phrasings are a person's, and so is its mark.
    derived: false,
  }
}

function entryOf(
  article: Article,
  section: Section,
  sentences: readonly Sentence[],
  names: Pick<Entry, 'id' | 'question' | 'questionEs'>,
  phrasings: Phrasings,
): Entry {
  const say = sentences.map(
    ({ text, policy, notice }): Quote => ({ section: section.heading, text, claim: policy === 'claim', notice }),
  )
  return { ...names, article: article.id, section: section.heading, say, phrasings, followUps: [], derived: true }
}

function phrasingsFor(article: Article, section: Section, sentences: readonly Sentence[]): Phrasings {
  const words = guessedPhrasings(
    section.heading,
    sentences.map(({ text }) => text),
    article.lang,
  )
  return article.lang === 'es' ? { en: [], es: words } : { en: words, es: [] }
}

/** Whole paragraphs in portions of one answer each. What is withdrawn is left out. */
function partsOf(section: Section): readonly (readonly Sentence[])[] {
  const paragraphs: Sentence[][] = []
  for (const sentence of section.sentences) {
    if (sentence.opensParagraph || paragraphs.length === 0) paragraphs.push([])
    if (sentence.policy !== 'never') paragraphs.at(-1)?.push(sentence)
  }
  const parts: (readonly Sentence[])[] = []
  for (const paragraph of paragraphs.map((sentences) => upTo(MAX_PASSAGE_WORDS, sentences))) {
    const last = parts.at(-1)
    if (paragraph.length === 0) continue
    if (last && wordsIn([...last, ...paragraph]) <= TOGETHER_WORDS) parts.splice(-1, 1, [...last, ...paragraph])
    else parts.push(paragraph)
  }
  return parts
}

function quotable(section: Section): readonly Sentence[] {
  return section.sentences.filter(({ policy }) => policy !== 'never')
}

/** The first whole sentences; none is cut, and one too long for an answer is not told. */
function upTo(most: number, sentences: readonly Sentence[]): readonly Sentence[] {
  const said: Sentence[] = []
  for (const sentence of sentences) {
    if (countWords(sentence.text) > most) continue
    if (wordsIn([...said, sentence]) > most) break
    said.push(sentence)
  }
  return said
}

function wordsIn(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { text }) => sum + countWords(text), 0)
}

function questionOf(heading: string): string {
  return heading.endsWith('?') ? heading : `${heading}: what does the article say?`
}

const OPENING_WORDS = 5
function openingOf([first]: readonly Sentence[]): string {
  return (first?.text ?? '')
    .split(' ')
    .slice(0, OPENING_WORDS)
    .join(' ')
    .replace(/[.,;:!?]+$/, '')
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function slugOf(heading: string): string {
  const plain = heading.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
}
