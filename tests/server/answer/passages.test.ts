// Quoted sentences, the links that scroll to them, and the reservation owed beside a claim.
import { describe, expect, test } from 'vitest'
import { caveatOf, passagesOf } from '../../../server/answer/passages.ts'
import { knowledge } from './real-assistant.ts'

const title = 'A title'
const [article] = knowledge.articles
const [entry] = knowledge.entries
if (!article || !entry) throw new Error('the knowledge holds no article or no entry')
const reservation = article.caveat
const saying = (text: string, claim = false) => ({
  ...entry,
  say: [{ section: 'A section', text, claim, notice: null }],
})
const fragmentOf = (text: string) => passagesOf(saying(text), knowledge, title)[0]?.url.replace(article.url, '')

describe('passages', () => {
  test('are whole sentences of the article, word for word, each under its own heading', () => {
    for (const each of knowledge.entries) {
      for (const { text, section } of passagesOf(each, knowledge, title)) {
        const found = article.sections.find(({ heading }) => heading === section)
        expect(found?.sentences.map((sentence) => sentence.text)).toContain(text)
      }
    }
  })

  test('keep the entry’s order and name the entry, its title and the article’s language', () => {
    const several = knowledge.entries.find(({ say }) => say.length > 1) ?? entry
    const shown = passagesOf(several, knowledge, title)
    expect(shown.map(({ text }) => text)).toEqual(several.say.map(({ text }) => text))
    expect(shown[0]).toMatchObject({ entry: several.id, title, lang: article.lang })
  })

  test('are none where every sentence was withdrawn', () => {
    expect(passagesOf({ ...entry, say: [] }, knowledge, title)).toEqual([])
  })
})

describe('a text fragment', () => {
  test('holds a short sentence whole', () => {
    expect(fragmentOf('Only a few words.')).toBe('#:~:text=Only%20a%20few%20words.')
  })

  test('names a long sentence by its first and last five words', () => {
    const long = 'one two three four five six seven eight nine ten eleven'
    expect(fragmentOf(long)).toBe('#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven')
  })

  test('encodes the comma, the ampersand and the hyphen, which mean something in a fragment', () => {
    expect(fragmentOf('Well-known, safe & sound.')).toBe('#:~:text=Well%2Dknown%2C%20safe%20%26%20sound.')
  })

  test('fits the sentence it was made from', () => {
    for (const each of knowledge.entries) {
      for (const { text, url } of passagesOf(each, knowledge, title)) {
        const [start = '', end = start] = url
          .slice(url.indexOf('text=') + 5)
          .split(',')
          .map(decodeURIComponent)
        expect(text.startsWith(start) && text.endsWith(end)).toBe(true)
      }
    }
  })
})

describe('the article’s reservation', () => {
  test('is owed beside a claim', () => {
    expect(caveatOf(saying('It helps everybody.', true), knowledge, title)).toMatchObject({
      text: reservation?.text,
      section: reservation?.section,
    })
  })

  test('is not owed beside a sentence that claims nothing', () => {
    expect(caveatOf(saying('It is a medicine.'), knowledge, title)).toBeNull()
  })

  test('is not repeated beside itself', () => {
    expect(caveatOf(saying(reservation?.text ?? '', true), knowledge, title)).toBeNull()
  })

  test('stands beside every entry that claims something else', () => {
    for (const each of knowledge.entries) {
      const claims = each.say.some(({ claim, text }) => claim && text !== reservation?.text)
      expect(caveatOf(each, knowledge, title) !== null, each.id).toBe(claims)
    }
  })
})
