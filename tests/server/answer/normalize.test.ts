// A visitor's text as plain words: one spelling for whatever a keyboard or a phone makes of it.
import { describe, expect, test } from 'vitest'
import { normalize } from '../../../server/answer/normalize.ts'

const rewrites = { wanna: 'want to', u: 'you', 'as soon as': 'when', soon: 'early', dont: 'do not' }
const words = (text: string, most?: number) => normalize(text, rewrites, most).join(' ')

describe('normalising', () => {
  test('lowers case and drops punctuation', () => {
    expect(words('  Is it SAFE?! (really)… ')).toBe('is it safe really')
  })

  test('removes accents, in whichever form they were typed', () => {
    expect(words('¿Qué es la ANSIEDAD crónica?')).toBe('que es la ansiedad cronica')
    expect(words('que\u0301')).toBe(words('qu\u00e9'))
  })

  test('reads compatibility forms as the letters they look like', () => {
    expect(words('ｋｅｔａｍｉｎｅ eﬀect')).toBe('ketamine effect')
  })

  test.each(["don't", 'don’t', 'don‘t', 'donʼt', 'don′t', 'don´t', 'don`t'])('joins the contraction %s', (typed) => {
    expect(words(typed)).toBe('do not')
  })

  test('drops invisible characters inside a word', () => {
    expect(words('ke\u200bta\u00admine')).toBe('ketamine')
  })

  test('shortens a stretched letter to two', () => {
    expect(words('pleeeease sooooo')).toBe('pleease soo')
    expect(words('1000000')).toBe('1000000')
  })

  test('keeps numbers and the signs of money and share', () => {
    expect(words('$500 or 30%, 20 €?')).toBe('$ 500 or 30 % 20 €')
  })

  test('rewrites chat spelling, the longest key first, once', () => {
    expect(words('u wanna go as soon as it is soon')).toBe('you want to go when it is early')
  })

  test('takes a word for no rewrite that only a prototype has', () => {
    expect(words('constructor toString')).toBe('constructor tostring')
  })

  test('holds no words for text without any', () => {
    expect(normalize('', rewrites)).toEqual([])
    expect(normalize('?!… 🙂', rewrites)).toEqual([])
  })

  test('reads four hundred words, or as many as it is told', () => {
    const long = 'word '.repeat(1000)
    expect(normalize(long, rewrites)).toHaveLength(400)
    expect(normalize(long, rewrites, 3)).toHaveLength(3)
    expect(normalize(long, rewrites, Number.POSITIVE_INFINITY)).toHaveLength(1000)
  })
})
