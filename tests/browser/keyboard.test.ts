// By keyboard and by ear: the whole way without a mouse, and what a screen reader is told.
import { describe, expect, it } from 'vitest'
import * as replies from '../fixtures/replies.ts'
import { useStage } from './stage.ts'
import { ask, composer, focused, launcherOf, open, panel } from './visit.ts'

const stage = useStage()

describe('by keyboard', () => {
  it('Tab reaches the launcher, Enter opens, the focus is in the composer, Escape closes and gives it back', async () => {
    const { page } = await stage()
    await launcherOf(page).waitFor()
    for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Ask the clinic')
    await page.keyboard.press('Enter')
    await panel(page).waitFor()
    expect(await focused(page)).toBe('question')
    await page.keyboard.press('Escape')
    expect(await panel(page).isVisible()).toBe(false)
    expect(await focused(page)).toBe('Ask the clinic')
  })

  it('the focus leaves a window beside the page, and does not leave a sheet over it', async () => {
    const wide = (await stage()).page
    await open(wide)
    const beside = new Set<unknown>()
    for (let tabs = 0; tabs < 12; tabs++) {
      await wide.keyboard.press('Tab')
      beside.add(await focused(wide))
    }
    expect(beside).toContain('More')

    const narrow = (await stage({ context: { viewport: { width: 360, height: 640 } } })).page
    await open(narrow)
    const seen = new Set<unknown>()
    for (let tabs = 0; tabs < 24; tabs++) {
      await narrow.keyboard.press('Tab')
      seen.add(await focused(narrow))
    }
    expect(seen).toContain('Close')
    expect(seen).not.toContain('More')
    expect(seen).not.toContain('Search')
  })

  it('Shift+Enter makes a new line, and Enter that ends a composition sends nothing', async () => {
    const { page, assistant } = await stage()
    await open(page)
    await composer(page).type('one')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('two')
    await composer(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await composer(page).inputValue()).toBe('one\ntwo')
    expect(assistant.asked).toEqual([])
  })

  it('opened from the page’s own button, closing gives the focus back to that button', async () => {
    const { page } = await stage({
      body: `<button id="own" onclick="document.querySelector('clinic-chat').open()">Chat</button>`,
      tag: 'data-launcher="hidden"',
    })
    await page.waitForFunction(() => document.querySelector('clinic-chat'))
    expect(await launcherOf(page).isVisible()).toBe(false)
    await page.locator('#own').click()
    await panel(page).waitFor()
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('own')
    expect(await launcherOf(page).isVisible()).toBe(false)
  })
})

describe('for who listens', () => {
  it('the transcript is a log, and a reply stands in one live region only', async () => {
    const { page } = await stage()
    await ask(page, 'what is a panic attack')
    const regions = page.locator('[role=log], [role=alert], [role=status], [aria-live]')
    expect(await regions.filter({ hasText: 'Panic disorder is characterized' }).count()).toBe(1)
    expect(await page.locator('.looking').count()).toBe(0)
  })

  it('an English passage in a Spanish reply is marked as English, and a line in Spanish says so', async () => {
    const { page } = await stage({ answerTo: () => ({ body: replies.spanish }), tag: 'data-lang="es"' })
    await ask(page, '¿qué es un ataque de pánico?')
    expect(await page.locator('blockquote').getAttribute('lang')).toBe('en')
    await page.getByText('El artículo está en inglés.').waitFor()
    expect(await page.locator('clinic-chat').getAttribute('lang')).toBe('es')
  })

  it('who asks in Spanish on an English page gets the words around the reply in Spanish too, marked as such', async () => {
    const { page } = await stage({ answerTo: () => ({ body: replies.spanish }) })
    await ask(page, '¿qué es un ataque de pánico?')
    await page.getByText('El artículo está en inglés.').waitFor()
    expect(await page.locator('.reply').getAttribute('lang')).toBe('es')
    expect(await page.locator('.handoff .call').textContent()).toContain('Llame al')
    expect(await page.locator('footer .call').textContent()).toContain('Call')
  })

  it('988 is spelt out', async () => {
    const { page } = await stage()
    await open(page)
    await page.getByRole('link', { name: '988 nine eight eight' }).waitFor()
  })
})
