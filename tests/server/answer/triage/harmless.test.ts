// Ordinary questions get no card: every sentence of the article, every entry's question, every authored way to ask it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Lang } from '../../../../server/contract.ts'
import { knowledge } from '../real-assistant.ts'
import { outcomeOf, triage } from './authored.ts'

const withCard = (texts: readonly string[]) =>
  texts.flatMap((text) => {
    const found = triage(text)
    return outcomeOf(found) === 'no card' ? [] : [`${text} (${found.why.join()})`]
  })

test('no sentence of the article gets a card, nor does any paragraph of it', () => {
  const folder = join(import.meta.dirname, '../../../../knowledge/articles')
  const article = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const paragraphs = article.flatMap((text) => text.split('\n')).filter((line) => line.trim())
  expect(withCard([...paragraphs, ...paragraphs.flatMap((line) => line.split(/(?<=[.?!]) /))])).toEqual([])
})

// Tens of thousands of phrasings, on a machine that may be busy.
test('no entry gets a card, however it is asked', { timeout: 60_000 }, () => {
  const asked = knowledge.entries.flatMap(({ question, questionEs, phrasings }) => [
    question,
    questionEs,
    ...(['en', 'es'] satisfies Lang[]).flatMap((lang) => phrasings[lang]),
  ])
  expect(withCard(asked.filter((text) => text !== undefined))).toEqual([])
})
