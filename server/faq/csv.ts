// The same questions and answers as a table, in both languages, for whoever reads them in a spreadsheet.
import type { Faq, FaqQuestion } from '../answer/faq.ts'
import { sourcesOf } from './answer-text.ts'

const COLUMNS = [
  'id',
  'kind',
  'section',
  'question (English)',
  'question (Spanish)',
  'quoted from the article',
  'the article also says',
  'from the clinic (English)',
  'from the clinic (Spanish)',
  'notice or message (English)',
  'notice or message (Spanish)',
  'link',
] as const

/**
 * RFC 4180, with a byte order mark, because spreadsheets take a file without one for another alphabet.
 *
 * @param en, es The same knowledge in both languages.
 */
export function faqCsv(en: Faq, es: Faq): string {
  const inSpanish = new Map(
    es.sections.flatMap(({ questions }) => questions.map((question) => [question.id, question])),
  )
  const answered = en.sections.flatMap(({ heading, questions }) =>
    questions.map((question) => answerRow(heading, question, inSpanish.get(question.id) ?? question)),
  )
  const topics = new Map(es.unanswered.flatMap((family) => family.topics.map((gap) => [gap.id, gap])))
  const unanswered = en.unanswered.flatMap((family) =>
    family.topics.map(({ id, topic, message }) => {
      const { topic: tema, message: mensaje } = topics.get(id) ?? { topic, message }
      return [id, 'not answered', family.heading, topic, tema, '', '', '', '', message, mensaje, '']
    }),
  )
  return `\uFEFF${[COLUMNS, ...answered, ...unanswered].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function answerRow(section: string, { id, title, reply }: FaqQuestion, other: FaqQuestion): readonly string[] {
  return [
    ...[id, 'answer', section, title, other.title],
    ...[reply.passages.map(({ text }) => text).join(' '), reply.caveat?.text ?? ''],
    ...[reply.disclosure ?? '', other.reply.disclosure ?? ''],
    ...[reply.notice ?? '', other.reply.notice ?? ''],
    sourcesOf(reply)[0]?.url ?? '',
  ]
}

// What a spreadsheet takes for the beginning of a formula, in either width. Source: OWASP, CSV Injection.
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/

/** Quoted always; what would be run as a formula begins with an apostrophe and is read as text. */
function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
