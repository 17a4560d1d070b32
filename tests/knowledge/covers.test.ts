// A section marked `covers:` retires its gap: in the parsed article, in what lint says, and in what is answered after the next training.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../knowledge/article.ts'
import { assemble } from '../../knowledge/assemble.ts'
import { lint } from '../../knowledge/lint.ts'
import type { Files } from '../../knowledge/sources.ts'
import { parseSources } from '../../knowledge/sources.ts'
import { createAssistant } from '../../server/answer/answer.ts'
import { learn, lessonsOf } from '../../server/answer/train.ts'
import { knowledge as real } from '../server/answer/real-assistant.ts'
import { parsed, shown, smallClinic } from './small-clinic.ts'

const faq = (body: string, approvedOn = '2026-01-05') =>
  new Map(smallClinic()).set(
    'articles/faq.md',
    `---\ntitle: Questions\nurl: https://clinic.example/faq\napprovedOn: ${approvedOn}\n---\n\n# Questions\n\n${body}`,
  )
const PRICE = '## What does a nap cost?\n\ncovers: cost\n\nA nap costs ten dollars.\n'
const built = (files: Files) => assemble(parsed(files), new Map())
const said = (files: Files) => lint(parsed(files)).map((finding) => `${finding.severity}: ${shown(finding)}`)

describe('the mark', () => {
  test('names gaps, on a line of its own or above the text, and is no sentence', () => {
    const [first, second] = parseArticle('T', '## A\n\ncovers: cost, how-long\n\nOne.\n\n## B\ncovers: cost\nTwo.\n')
    expect(first).toMatchObject({ covers: ['cost', 'how-long'], sentences: [{ text: 'One.' }] })
    expect(second).toMatchObject({ covers: ['cost'], sentences: [{ text: 'Two.' }] })
  })

  test('makes an entry of the section, asked about in the gap’s phrasings, and the gap is gone', () => {
    const { entries, gaps } = built(faq(PRICE))
    const entry = entries.find(({ article }) => article === 'faq')
    expect(entry).toMatchObject({
      question: 'What does a nap cost?',
      questionEs: 'Cuánto cuesta una siesta',
      say: [{ text: 'A nap costs ten dollars.' }],
      followUps: ['what-is-sleep'],
      derived: false,
    })
    expect(entry?.phrasings).toEqual({ en: ['What does a nap cost?', 'how much is it'], es: [] })
    expect(gaps).toEqual([])
  })

  test('gets a title of its own where two articles head alike', () => {
    const files = new Map(faq('## Naps\n\nShort ones.\n'))
    files.set('articles/more.md', (files.get('articles/faq.md') ?? '').replace('title: Questions', 'title: More'))
    const titles = built(files).entries.map(({ question }) => question)
    expect(titles).toContain('Naps: what does the article say?')
    expect(titles).toContain('Naps: what does the article say? (More)')
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('does nothing while the heading is empty', () => {
    const { entries, gaps } = built(faq('## What does a nap cost?\n\ncovers: cost\n'))
    expect(entries.filter(({ article }) => article === 'faq')).toEqual([])
    expect(gaps.map(({ id }) => id)).toEqual(['cost'])
  })

  test('does nothing while nobody has approved the article', () => {
    const files = faq(PRICE, '# not yet')
    const { articles, gaps } = built(files)
    expect([articles.map(({ id }) => id), gaps.map(({ id }) => id)]).toEqual([['sleep'], ['cost']])
    expect(parseSources(files).findings.map((finding) => `${finding.severity}: ${shown(finding)}`)).toEqual([
      'note: articles/faq.md:4 nobody has approved this text yet, so nothing of it is shown; write the day of approval behind approvedOn:, like 2026-11-23',
    ])
  })

  test('works in an article that has authored entries, too', () => {
    const files = new Map(faq(PRICE))
    files.set('articles/sleep.md', `${files.get('articles/sleep.md')}\n${PRICE}`).delete('articles/faq.md')
    expect(built(files).entries.map(({ id }) => id)).toEqual([
      'what-is-a-nap',
      'what-is-sleep',
      'dreams',
      'sleep-what-does-a-nap-cost',
    ])
    expect(said(files).filter((line) => line.startsWith('error'))).toEqual([])
  })
})

describe('lint', () => {
  test('tells what is answered from now on', () => {
    expect(said(faq(PRICE))).toContain(
      'note: articles/faq.md:9 “What does a nap cost?” answers what was declined as “cost”: what a nap costs; take the mark away to decline it again',
    )
  })

  test.each([
    [
      'a gap that is not there',
      PRICE.replace('covers: cost', 'covers: costs'),
      '9 there is no gap “costs”; write “cost”, an id from gaps/',
    ],
    [
      'a gap covered twice',
      `${PRICE}\n${PRICE}`,
      '15 the gap “cost” is covered at articles/faq.md:9 already; keep the mark where the better answer is',
    ],
    [
      'a mark that would be shown',
      PRICE.replace('covers: cost', 'covers: cost?'),
      '11 “covers: cost?” would be shown as a sentence; write it as “covers: cost, insurance”, on a line of its own',
    ],
  ])('refuses %s', (_, body, says) => {
    expect(said(faq(body))).toContain(`error: articles/faq.md:${says}`)
  })

  test('leaves a clinician’s question with the clinician', () => {
    const files = new Map(faq(PRICE))
    files.set(
      'gaps/cost.yaml',
      (files.get('gaps/cost.yaml') ?? '').replace('    message:', '    reason: personal\n    message:'),
    )
    expect(said(files)).toContain(
      'error: articles/faq.md:9 “cost” is a question for a clinician, and stays declined; take it out of “covers:”',
    )
  })
})

describe('after the next training', () => {
  // Everything that is said comes from the real copy; what is known is the small clinic's.
  const json = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
  const assistantFor = (files: Files) => {
    const knowledge = {
      ...built(files),
      copy: real.copy,
      lexicon: real.lexicon,
      cards: real.cards,
      resources: real.resources,
    }
    return createAssistant(
      knowledge,
      json('knowledge/safety.json'),
      learn(lessonsOf(knowledge, [], { english: ['how', 'much', 'does', 'cost'], kinds: '' })),
    )
  }
  /** A few more ways of asking: one alone teaches no model anything. */
  const MORE =
    'the price;what is the price;price list please;what do you charge;do you charge a fee;is it expensive;too expensive for me;how many dollars;dollars per nap;price and fee'.split(
      ';',
    )
  const withMore = (files: Files) => {
    const gaps = files.get('gaps/cost.yaml') ?? ''
    const line = '        - how much is it\n'
    return new Map(files).set(
      'gaps/cost.yaml',
      gaps.replace(line, line + MORE.map((text) => `        - ${text}\n`).join('')),
    )
  }
  const ask = (files: Files) =>
    assistantFor(withMore(files)).answer(
      { question: 'what price do you charge in dollars' },
      new Date('2026-11-23T15:00:00Z'),
    )

  test('a question of that kind is answered by the section, with a link that names its article', () => {
    expect(ask(smallClinic())).toMatchObject({ kind: 'decline', message: 'Our article does not say what a nap costs.' })
    expect(ask(faq(PRICE))).toMatchObject({
      kind: 'answer',
      passages: [
        {
          text: 'A nap costs ten dollars.',
          section: 'Questions: What does a nap cost?',
          url: expect.stringContaining('https://clinic.example/faq#'),
        },
      ],
    })
  })
})

describe('the template', () => {
  const template = readFileSync(new URL('../../knowledge/articles/clinic-faq.template.md', import.meta.url), 'utf8')
  const gapIds = new Set(real.gaps.map(({ id }) => id as string))

  test('marks only gaps that are there, each heading empty', () => {
    const sections = parseArticle('T', template.replace(/^---\n[\s\S]*?\n---\n/, ''))
    const covers = sections.flatMap((section) => section.covers)
    expect(covers).toEqual([
      'cost',
      'insurance',
      'number-of-sessions',
      'driving-after',
      'eating-before',
      'fda-approval',
    ])
    expect(covers.filter((id) => !gapIds.has(id))).toEqual([])
    expect(sections.flatMap(({ sentences }) => sentences)).toEqual([])
  })

  test('copied as it is, it waits for approval and hurts nobody', () => {
    const files = new Map(smallClinic()).set('articles/clinic-faq.md', template)
    expect(parseSources(files).findings.map(({ severity }) => severity)).toEqual(['note'])
  })
})
