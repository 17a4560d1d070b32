// What leaves the house as files: JSON-LD for programs, a table for spreadsheets.
import { describe, expect, test } from 'vitest'
import type { Faq, FaqReply } from '../../../server/answer/faq.ts'
import { createFaq } from '../../../server/answer/faq.ts'
import { faqCsv } from '../../../server/faq/csv.ts'
import { faqJsonLd, jsonLdElement } from '../../../server/faq/json-ld.ts'
import { assistant, knowledge, now } from '../answer/real-assistant.ts'

const faqOf = createFaq(knowledge, assistant)
const [en, es] = [faqOf('en', now), faqOf('es', now)]

interface Told {
  readonly '@type': string
  readonly mainEntity: readonly { readonly name: string; readonly acceptedAnswer: { readonly text: string } }[]
}
const told = (faq: Faq) => faqJsonLd(faq, assistant.say) as Told // of our own making

/** Rows of cells; an own reader, because the writer under test has none. RFC 4180 with every cell quoted. */
const rowsOf = (csv: string) =>
  [...csv.replace(/^\uFEFF/, '').matchAll(/((?:"(?:[^"]|"")*",?)+)\r\n/g)].map(([, row = '']) =>
    [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')),
  )

describe('JSON-LD', () => {
  test('tells every question, and with a claim its reservation', () => {
    const { mainEntity } = told(en)
    expect(told(en)['@type']).toBe('FAQPage')
    expect(mainEntity.length).toBe(knowledge.entries.length)
    const ptsd = mainEntity.find(({ name }) => name === 'Does ketamine help PTSD?')?.acceptedAnswer.text ?? ''
    expect(ptsd).toMatch(
      /^Research has indicated its potential[^\n]*\nThe article also says: While ketamine’s applications/,
    )
  })

  test('tells the clinic’s disclosure and the notice as well', () => {
    const reply: FaqReply = {
      ...(en.sections[0]?.questions[0]?.reply as FaqReply), // there is one
      disclosure: 'Approved for one thing.',
      notice: 'Call 911.',
    }
    const section = { article: null, heading: 'x', lang: 'en' as const }
    const faq = { ...en, sections: [{ ...section, questions: [{ id: 'x', title: 'X?', otherTitle: null, reply }] }] }
    expect(told(faq).mainEntity[0]?.acceptedAnswer.text).toMatch(
      /\nFrom the clinic: Approved for one thing\.\nCall 911\.$/,
    )
  })

  test('cannot be ended early by a text', () => {
    const element = jsonLdElement({ text: '</script><!-- <script>' })
    expect(element.match(/</g)).toHaveLength(2)
    expect(JSON.parse(element.replace(/^<[^>]*>|<[^>]*>$/g, ''))).toEqual({ text: '</script><!-- <script>' })
  })
})

describe('the table', () => {
  const rows = rowsOf(faqCsv(en, es))
  const [head = [], ...body] = rows
  const cellOf = (id: string, column: string) => body.find(([first]) => first === id)?.[head.indexOf(column)]

  test('has every question in both languages, with all that stands beside its answer', () => {
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]))
    expect(body.filter(([, kind]) => kind === 'answer')).toHaveLength(knowledge.entries.length)
    expect(cellOf('phobias', 'question (Spanish)')).toBe('¿Qué es una fobia específica?')
    expect(cellOf('ketamine-for-ptsd', 'the article also says')).toMatch(/^While ketamine’s applications/)
    expect(cellOf('panic-disorder', 'notice or message (Spanish)')).toContain('911')
    expect(cellOf('cost', 'kind')).toBe('not answered')
  })

  test('is read as what it is by spreadsheets: a mark at the beginning, lines that end as RFC 4180 says', () => {
    const csv = faqCsv(en, es)
    expect(csv.startsWith('\uFEFF"id",')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '=cmd|"/c calc"!A1'])(
    'runs no formula: %s',
    (formula) => {
      const changed = {
        ...en,
        sections: [],
        unanswered: [{ heading: 'x', topics: [{ id: 'x', topic: formula, message: 'm' }] }],
      }
      const [, row = []] = rowsOf(faqCsv(changed, { ...changed, lang: 'es' }))
      expect(row[3]).toBe(`'${formula}`)
    },
  )
})
