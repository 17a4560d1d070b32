// An answer's titles: once for one entry, one each where two are answered.
import { describe, expect, it } from 'vitest'
import * as replies from '../fixtures/replies.ts'
import { useStage } from './stage.ts'
import { ask } from './visit.ts'

const stage = useStage()

describe('an answer', () => {
  it.each([
    ['one entry', replies.answer],
    ['two entries', replies.both],
  ])('of %s says each title once, above its sentences', async (_, body) => {
    const { page } = await stage({ answerTo: () => ({ body }) })
    await ask(page, 'x')
    const titles = [...new Set(body.passages.map(({ title }) => title))]
    expect(await page.locator('.reply h3').allTextContents()).toEqual(titles)
    const inOrder = await page.locator('.reply h3, .reply blockquote').allTextContents()
    expect(inOrder).toEqual(body.passages.flatMap(({ title, text }) => [title, text]))
  })
})
