// Starter entries for an article, as files for a person to correct: each quotes whole sentences and guesses how people ask.
import { stringify } from 'yaml'
import { derivedEntries } from './derived.ts'
import { tokens } from './lint-phrasings.ts'
import type { Article, Entry } from './schema.ts'
import { candidatePhrasings } from './starter-phrasings.ts'

export interface Draft {
  /** Below knowledge/. Left alone by the build until “.draft” is taken out of its name. */
  readonly file: string
  readonly section: string
  readonly entries: number
  readonly text: string
}

/**
 * One file a section, as authored entries are kept. Sentences that an entry quotes already, sections that cover a gap and
 * what is withdrawn are left out.
 *
 * @param taken phrasings of everybody else, as their words joined by spaces: a candidate among them would be nobody's.
 */
export function draftsOf(
  article: Article,
  isCovering: (position: number) => boolean,
  isQuoted: (sentence: string) => boolean,
  taken: ReadonlySet<string>,
): readonly Draft[] {
  const entries = derivedEntries(article, isCovering).filter(({ say }) => say.some(({ text }) => !isQuoted(text)))
  const used = new Set(taken)
  const isFree = (phrasing: string) => {
    const key = tokens(phrasing).join(' ')
    const free = !used.has(key)
    used.add(key)
    return free
  }
  return [...Map.groupBy(entries, ({ section }) => section)].map(([section, [first, ...rest]], at): Draft => {
    const all = first ? [first, ...rest] : []
    const name = first?.id.startsWith(article.id) ? first.id : `${article.id}-${at + 1}`
    return {
      file: `entries/${name}.draft.yaml`,
      section,
      entries: all.length,
      text: fileOf(article, section, all, isFree),
    }
  })
}

function fileOf(
  article: Article,
  section: string,
  entries: readonly Entry[],
  isFree: (phrasing: string) => boolean,
): string {
  const drafted = entries.map(({ id, question, questionEs, say }) => {
    const texts = say.map(({ text }) => text)
    const candidates = candidatePhrasings(section, texts).filter(isFree)
    const phrasings = candidates.length > 0 ? candidates : [`write how people ask about ${id}`]
    const [en, es] = article.lang === 'es' ? [[`write how people ask about ${id}`], phrasings] : [phrasings, []]
    return { id, question, questionEs, say: texts, phrasings: { en, es }, followUps: [] }
  })
  return `# A draft from “${article.title}”. The build does not read it yet. For each entry:
# - \`question\` and \`questionEs\` are shown to visitors: write real questions, and translate the second;
# - \`say\` holds the article's sentences word for word: leave out what does not answer the question, change nothing;
# - \`phrasings\` are guesses, in the article's own words. Visitors use others: write a dozen ways of asking,
#   or more. The build refuses phrasings that only repeat the article.
# Then take “.draft” out of this file's name, and those of the article's other drafts, and run: npm run knowledge
${stringify({ article: article.id, section, entries: drafted }, { lineWidth: 0 })}`
}
