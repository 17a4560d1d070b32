// Every statement of the authors' own set gets its card, and nothing that only sounds like one does.
import { describe, expect, test } from 'vitest'
import { outcomeOf, statements, triage } from './authored.ts'

describe.each([...new Set(statements.map(({ family }) => family))])('statements of %s', (family) => {
  const own = statements.filter((statement) => statement.family === family)

  test('get what they must', () => {
    const wrong = own.flatMap(({ text, wanted, isOther }) => {
      const found = triage(text)
      const isRight =
        outcomeOf(found) === wanted && (isOther === undefined || (found.kind === 'crisis' && found.variant === 'other'))
      return isRight ? [] : [`${text} → ${found.kind} ${'variant' in found ? found.variant : ''} (${found.why.join()})`]
    })
    expect(wrong).toEqual([])
  })
})

test('no statement is there twice', () => {
  const texts = statements.map(({ text }) => text)
  expect(texts.filter((text, i) => texts.indexOf(text) < i)).toEqual([])
})
