// How an article's text becomes sections and sentences, each exactly as published.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseArticle, splitSentences } from '../../knowledge/article.ts'
import { parseSources } from '../../knowledge/sources.ts'

const textsOf = (body: string) =>
  parseArticle('Title', body).flatMap(({ sentences }) => sentences.map(({ text }) => text))

describe('sections', () => {
  test('each heading opens a section that ends at the next heading of any level', () => {
    const sections = parseArticle('Title', '# One\n\nA.\n\n## Two\n\nB.\n\n### Three\n\nC.\n\n## Four\n\nD.\n')
    expect(
      sections.map(({ heading, level, sentences }) => [heading, level, sentences.map(({ text }) => text)]),
    ).toEqual([
      ['One', 1, ['A.']],
      ['Two', 2, ['B.']],
      ['Three', 3, ['C.']],
      ['Four', 2, ['D.']],
    ])
  })

  test('text above the first heading stands under the title', () => {
    expect(parseArticle('Title', 'Before.\n\n# One\n')[0]).toMatchObject({ heading: 'Title', level: 1 })
  })

  test('a heading without text of its own is kept', () => {
    expect(parseArticle('Title', '## Empty\n\n### Full\n\nA.\n').map(({ sentences }) => sentences.length)).toEqual([
      0, 1,
    ])
  })

  test('headings and sentences know the line of the file they stand on', () => {
    const [section] = parseArticle('Title', '\n## One\n\nA.\n\n- B.\n- C.\n', 7)
    expect([section?.line, ...(section?.sentences.map(({ line }) => line) ?? [])]).toEqual([8, 10, 12, 13])
  })

  test('an empty body has no sections', () => {
    expect(parseArticle('Title', '')).toEqual([])
  })
})

describe('sentences', () => {
  test('joined with single spaces they give the paragraph back', () => {
    const text = 'Anxiety can be loud, e.g. at night. Is it treatable? Yes! “It is,” says one; 50.5 percent agree.'
    expect(splitSentences(text).join(' ')).toBe(text)
    expect(splitSentences(text)).toHaveLength(4)
  })

  test.each(['Dr.', 'Mr.', 'Mrs.', 'Ms.', 'St.', 'Prof.', 'vs.', 'e.g.', 'i.e.', 'approx.', 'No.', 'Fig.'])(
    '“%s” does not end a sentence',
    (abbreviation) => {
      const text = `We asked ${abbreviation} Jones about it.`
      expect(splitSentences(`${text} Then we left.`)).toEqual([text, 'Then we left.'])
    },
  )

  test('a paragraph that ends in an abbreviation loses nothing', () => {
    expect(splitSentences('We asked Dr.')).toEqual(['We asked Dr.'])
  })

  test('curly apostrophes, dashes and accents stay as published', () => {
    const text = 'An individual’s “well-being” — even a naïve one’s — counts.'
    expect(textsOf(text)).toEqual([text])
  })

  test('the backslash of K\\MD is not taken for an escape', () => {
    expect(textsOf('At K\\MD Wellness, we are here.')).toEqual(['At K\\MD Wellness, we are here.'])
  })

  test('emphasis and links leave their words and nothing else', () => {
    expect(textsOf('It is *very* [well known](https://a.example).')).toEqual(['It is very well known.'])
  })

  test('a line break inside a paragraph becomes one space', () => {
    expect(textsOf('It goes\non here.')).toEqual(['It goes on here.'])
  })
})

describe('lists, tables and the rest', () => {
  test('each point of a list is a paragraph of its own, nested ones too', () => {
    expect(textsOf('- Worry\n- Fear. Dread.\n  1. At night\n')).toEqual(['Worry', 'Fear.', 'Dread.', 'At night'])
  })

  test('each row of a table reads as one line, cell after cell', () => {
    expect(textsOf('| Form | Sign |\n| --- | --- |\n| Panic | Racing heart |\n')).toEqual([
      'Form: Sign',
      'Panic: Racing heart',
    ])
  })

  test('a quotation is quotable', () => {
    expect(textsOf('> Rest helps.')).toEqual(['Rest helps.'])
  })

  test('code, raw HTML and rules are nothing a visitor is told', () => {
    expect(textsOf('```\ncode\n```\n\n<div>html</div>\n\n---\n')).toEqual([])
  })
})

describe('the clinic’s article', () => {
  const file = 'articles/how-does-ketamine-help-anxiety.md'
  const raw = readFileSync(new URL(`../../knowledge/${file}`, import.meta.url), 'utf8')
  const body = raw.replace(/^---\n[\s\S]*?\n---\n/, '')
  const sections = parseArticle('How Does Ketamine Help Anxiety?', body)
  const sentences = sections.flatMap((section) => section.sentences)

  test('has 14 sections and 71 sentences', () => {
    expect([sections.length, sentences.length]).toEqual([14, 71])
  })

  test('holds every sentence verbatim', () => {
    expect(sentences.filter(({ text }) => !body.includes(text))).toEqual([])
  })

  test('loses no word on the way', () => {
    const prose = body
      .replace(/^#+ .*$/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
    expect(sentences.map(({ text }) => text).join(' ')).toBe(prose)
  })

  test('has front matter, so it parses without a finding', () => {
    const { findings } = parseSources(new Map([[file, raw]]))
    expect(findings.filter((finding) => finding.file === file)).toEqual([])
  })
})
