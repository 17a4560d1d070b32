// Every sentence of the widget is among what is signed, in both languages.
import { expect, test } from 'vitest'
import { panelPieces } from '../../desk/panel-words.ts'
import { COPY } from '../../widget/copy.ts'
import { TALK_COPY } from '../../widget/talk-copy.ts'

const pieces = panelPieces()
const textsIn = (lang: 'en' | 'es') =>
  pieces.flatMap(({ fields }) => fields.flatMap((field) => (field.lang === lang ? field.text : [])))

test.each(['en', 'es'] as const)('no sentence is missing: %s', (lang) => {
  const texts = textsIn(lang)
  expect(texts.filter((text) => !text)).toEqual([])
  for (const words of [...Object.values(COPY[lang]), ...Object.values(TALK_COPY[lang].faults)])
    for (const text of [words].flat()) if (typeof text === 'string') expect(texts).toContain(text)
  expect(texts).toContain(TALK_COPY[lang].withheld)
})

test('what is filled in is seen to be', () => {
  const { fields } = pieces.find(({ id }) => id === 'panel/panel/too-long') ?? { fields: [] }
  expect(fields[0]?.text).toMatch(/\{1\} characters too long/)
})

test('each has a name of its own', () => {
  expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length)
})
