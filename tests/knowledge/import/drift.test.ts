// The approved text beside the page of today, and sentences taken out of use without disturbing what people wrote.
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseArticle } from '../../../knowledge/article.ts'
import { driftOf } from '../../../knowledge/import/drift.ts'
import { withdraw } from '../../../knowledge/import/withdraw.ts'

const approved = 'A nap is short. Naps restore attention within minutes. It’s a “rest” – really. Research goes on.'
const drift = (page: string, allText = page) =>
  driftOf(parseArticle('Naps', approved, 9), parseArticle('Naps', page), { allText }, (text) =>
    text.startsWith('Naps') ? ['what-is-a-nap'] : [],
  )

describe('drift', () => {
  test('there is none while every sentence is on the page, in whatever order', () => {
    const page = 'Research goes on. It’s a “rest” – really. A nap is short.\n\nNaps restore attention within minutes.'
    expect(drift(page)).toEqual({ drifted: [], added: [] })
  })

  test('a deleted sentence is missing, with its line and the entries that quote it', () => {
    const { drifted } = drift(approved.replace('Naps restore attention within minutes. ', ''))
    expect(drifted).toEqual([
      {
        kind: 'missing',
        text: 'Naps restore attention within minutes.',
        line: 9,
        now: null,
        entries: ['what-is-a-nap'],
      },
    ])
  })

  test('a sentence with one other word has changed', () => {
    const { drifted, added } = drift(approved.replace('within minutes', 'within hours'))
    expect(drifted).toMatchObject([{ kind: 'changed', now: 'Naps restore attention within hours.' }])
    expect(added).toEqual([])
  })

  test('a changed number, or a “not” more, is a change', () => {
    expect(drift(approved.replace('is short', 'is not short')).drifted).toHaveLength(1)
  })

  test('other quotation marks, dashes and spaces are none', () => {
    expect(drift(approved.replace('It’s a “rest” –', 'It\'s a\u00a0"rest"  -')).drifted).toEqual([])
  })

  test('a sentence that has moved to a box beside the text is still published', () => {
    const page = approved.replace('A nap is short. ', '')
    expect(drift(page, `Menu\n${page}\nA nap\nis short.`).drifted).toEqual([])
  })

  test('what is new on the page is told apart from what has changed', () => {
    expect(drift(`${approved} Coffee naps are a fashion.`)).toEqual({
      drifted: [],
      added: ['Coffee naps are a fashion.'],
    })
  })
})

describe('withdrawing', () => {
  const policy =
    '# Ours.\ncaveat: Research\nnever:\n  # A slogan.\n  - sentence: Contact us\n    why: Sales.\nclaims: []\n'

  test('adds the sentences and their reason, and leaves comments and the rest alone', () => {
    const { text, added } = withdraw(policy, ['Naps restore: “all” of it.'], 'Gone.')
    expect(added).toBe(1)
    expect(text).toContain('# Ours.')
    expect(text).toContain('  # A slogan.')
    expect(parse(text)).toEqual({
      ...parse(policy),
      never: [
        { sentence: 'Contact us', why: 'Sales.' },
        { sentence: 'Naps restore: “all” of it.', why: 'Gone.' },
      ],
    })
  })

  test('adds nothing that is withdrawn already', () => {
    expect(withdraw(policy, ['Contact us today!'], 'Gone.')).toEqual({ text: policy, added: 0 })
  })

  test('begins the list where there is none', () => {
    for (const none of ['never: []\n', 'claims: []\n', ''])
      expect(parse(withdraw(none, ['One.'], 'Gone.').text).never).toEqual([{ sentence: 'One.', why: 'Gone.' }])
  })
})
