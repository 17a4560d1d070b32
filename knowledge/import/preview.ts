// What was found in a file, as lines for a person to check before anything is approved.

import { countWords } from '../answer-length.ts'
import type { ArticleSection } from '../article.ts'
import type { ImportedDocument } from './document.ts'

const OPENING = 60
const LANGUAGE = { en: 'English', es: 'Spanish' } as const

/** @param gapsOf ids of the gaps that a section may answer. */
export function preview(
  { title, lang, leftOut }: ImportedDocument,
  sections: readonly ArticleSection[],
  gapsOf: (section: ArticleSection) => readonly string[],
): string {
  const sentences = sections.flatMap((section) => section.sentences)
  const words = sentences.reduce((sum, { text }) => sum + countWords(text), 0)
  const headings = sections.filter(({ level }) => level > 1).length
  const lines = [
    `“${title}”: ${count(headings, 'heading')}, ${count(sentences.length, 'sentence')}, ${count(words, 'word')}, ${LANGUAGE[lang]}.`,
    ...sections.flatMap((section) => [line(section), ...coverLine(section, gapsOf(section))]),
  ]
  if (headings === 0)
    lines.push(
      'No headings were found. Each paragraph answers for itself; add headings such as “## Eating before your visit”,',
      'in words a visitor would use, and it will be found far more often.',
    )
  if (leftOut.length > 0)
    lines.push(
      `Left out of the page: ${leftOut.map((heading) => `“${heading}”`).join(', ')}.`,
      'If that belongs to the article, add it to the file by hand.',
    )
  return lines.join('\n')
}

function line({ heading, level, sentences }: ArticleSection): string {
  const [first] = sentences
  const opening = first ? `“${shortened(first.text)}”` : 'no text of its own'
  return `${'  '.repeat(level)}${heading} · ${count(sentences.length, 'sentence')} · ${opening}`
}

function coverLine({ level, covers, sentences }: ArticleSection, gaps: readonly string[]): readonly string[] {
  if (covers.length > 0) return [`${'  '.repeat(level)}    covers: ${covers.join(', ')}`]
  return level > 1 && sentences.length > 0 && gaps.length > 0
    ? [`${'  '.repeat(level)}    may answer what is declined now: ${gaps.join(', ')}`]
    : []
}

function shortened(text: string): string {
  return text.length <= OPENING ? text : `${text.slice(0, OPENING).trimEnd()} …`
}

function count(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
}
