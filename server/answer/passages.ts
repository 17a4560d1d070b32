// Entries → passages as shown: the sentences, where they come from, and a link that scrolls to each.
import type { Article, Entry, Knowledge } from '../../knowledge/schema.ts'
import type { Passage } from '../contract.ts'

/** Words of a text fragment's start and end; enough to name one place in an article. */
const FRAGMENT_WORDS = 5

/** One passage a quoted sentence, in the entry's order. Empty when all its sentences were withdrawn. */
export function passagesOf(entry: Entry, knowledge: Knowledge, title: string): readonly Passage[] {
  const article = knowledge.articles.find(({ id }) => id === entry.article)
  if (!article) return []
  return entry.say.map(({ text, section }) =>
    passage(article, entry.id, title, placeOf(section, article, knowledge), text),
  )
}

/** The article's own reservation, owed beside every claim; null where the entry claims nothing or is the reservation. */
export function caveatOf(entry: Entry, knowledge: Knowledge, title: string): Passage | null {
  const article = knowledge.articles.find(({ id }) => id === entry.article)
  const isOwed = entry.say.some(({ claim, text }) => claim && text !== article?.caveat?.text)
  if (!article?.caveat || !isOwed) return null
  return passage(article, entry.id, title, placeOf(article.caveat.section, article, knowledge), article.caveat.text)
}

/** Where a sentence stands, as the link says it. A heading alone would not tell which of several articles it is in. */
function placeOf(section: string, { title }: Article, { articles }: Knowledge): string {
  return articles.length === 1 || section === title ? section : `${title}: ${section}`
}

function passage(article: Article, entry: string, title: string, section: string, text: string): Passage {
  return { text, lang: article.lang, entry, title, section, url: article.url + textFragment(text) }
}

/** `#:~:text=first%20words,last%20words`. Source: WICG Scroll to Text Fragment. */
function textFragment(sentence: string): string {
  const words = sentence.split(' ')
  const encode = (part: readonly string[]) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')
  if (words.length <= 2 * FRAGMENT_WORDS) return `#:~:text=${encode(words)}`
  return `#:~:text=${encode(words.slice(0, FRAGMENT_WORDS))},${encode(words.slice(-FRAGMENT_WORDS))}`
}
