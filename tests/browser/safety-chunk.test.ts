// The card found in the page: at once, without the network, and without sending what was written.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import * as replies from '../fixtures/replies.ts'
import type { Assistant } from './assistant.ts'
import { useStage } from './stage.ts'
import { ask, composer, open, panel } from './visit.ts'

const stage = useStage()
const DISCLOSURE = 'I want to kill myself'

/** Opens the panel and waits until the triage is there: fetched, compiled, and the page idle again. */
const openWithTriage = async (page: Page, assistant: Assistant) => {
  await open(page)
  await expect.poll(() => assistant.requested.some((path) => path.includes('safety'))).toBe(true)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300))))
}

describe('with the safety chunk there', () => {
  it('a card is on the screen within 100 ms, with the network gone', async () => {
    const { page, assistant } = await stage()
    await openWithTriage(page, assistant)
    await page.context().setOffline(true)
    await assistant.kill()
    await composer(page).fill(DISCLOSURE)
    const ms = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const root = document.querySelector('clinic-chat')?.shadowRoot
          let pressed = 0
          root?.addEventListener('keydown', () => (pressed = performance.now()), true)
          const watch = () => {
            if (root?.querySelector('.card')) requestAnimationFrame(() => resolve(performance.now() - pressed))
          }
          if (root) new MutationObserver(watch).observe(root, { childList: true, subtree: true })
          root?.querySelector('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
        }),
    )
    expect(ms).toBeLessThan(100)
    const card = page.locator('.card')
    expect(await card.getByRole('link', { name: 'Call 988 nine eight eight', exact: true }).isVisible()).toBe(true)
    expect(await card.getByRole('link', { name: 'Call 911' }).count()).toBe(1)
    expect(await page.locator('.turn .handoff').textContent()).toMatch(/not a crisis line/)
    expect(await page.locator('.handoff .call').getAttribute('href')).toBe('tel:+15615550100')
  })

  it('the words are not sent, neither then nor as history of the next question', async () => {
    const { page, assistant } = await stage()
    await openWithTriage(page, assistant)
    await ask(page, DISCLOSURE)
    await page.locator('.card').waitFor()
    expect(assistant.asked).toEqual([])
    await ask(page, 'when are you open')
    expect(assistant.asked).toEqual([{ question: 'when are you open', locale: 'en', history: [] }])
  })

  it('a card does not need a server in order', async () => {
    const { page, assistant } = await stage({
      answerTo: () => ({ status: 500, body: replies.problem(500, 'x') }),
    })
    await openWithTriage(page, assistant)
    await ask(page, 'my chest hurts right now and I can’t breathe')
    expect(await page.locator('.card .who').first().textContent()).toMatch(/danger right now/)
    expect(assistant.asked).toEqual([])
  })

  it('who writes Spanish on an English page gets the Spanish card', async () => {
    const { page, assistant } = await stage()
    await openWithTriage(page, assistant)
    await ask(page, 'quiero morir')
    expect(await page.locator('.reply').getAttribute('lang')).toBe('es')
    const text = await page.locator('.card').textContent()
    expect(text).toContain('gratis y confidencial')
    expect(text).toContain('Llame al 988 y oprima 2')
    expect(await page.locator('.handoff').textContent()).toContain('No es una línea de crisis')
  })

  it('who writes Portuguese is answered in English and Spanish, each marked as such', async () => {
    const { page, assistant } = await stage()
    await openWithTriage(page, assistant)
    await ask(page, 'quero me matar')
    const [first, second] = await page
      .locator('.card .message')
      .evaluateAll((parts) =>
        parts.map((part) => ({ lang: part.closest('[lang]')?.getAttribute('lang'), text: part.textContent })),
      )
    expect([first?.lang, second?.lang].toSorted()).toEqual(['en', 'es'])
    const both = `${first?.text} ${second?.text}`
    expect(both).toContain('988 has interpreters for more than 240 languages')
    expect(both).toContain('intérpretes de más de 240 idiomas')
  })

  it.each([DISCLOSURE, 'my brother wants to kill himself', 'quiero morir', 'I took all my pills', 'he hits me'])(
    'the first number is on the screen of a small phone without scrolling: “%s”',
    async (statement) => {
      const { page, assistant } = await stage({
        context: { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' },
      })
      await openWithTriage(page, assistant)
      await ask(page, statement)
      const button = await page.locator('.card .contacts a').first().boundingBox()
      const log = await page.locator('.log').boundingBox()
      // Half of it: how many lines the words take is the fonts' affair.
      expect(button && log && button.y + button.height / 2 < log.y + log.height).toBe(true)
      expect(button && button.height >= 44).toBe(true)
      for (const link of await page.locator('dialog .bar a').all())
        expect(await link.evaluate((it) => [it.clientHeight >= 44, it.clientWidth >= 44])).toEqual([true, true])
    },
  )

  it('the snippet’s own number stands in the card’s handoff, too', async () => {
    const { page, assistant } = await stage({ tag: 'data-phone="(561) 555-0177"' })
    await openWithTriage(page, assistant)
    await ask(page, DISCLOSURE)
    expect(await page.locator('.turn .handoff .call').textContent()).toContain('(561) 555-0177')
  })
})

describe('without it', () => {
  it('the server’s card is shown when the chunk is not to be had', async () => {
    const { page, assistant } = await stage({ missing: /safety/, answerTo: () => ({ body: replies.crisis }) })
    await openWithTriage(page, assistant)
    await ask(page, DISCLOSURE)
    await page.locator('.card').waitFor()
    expect(assistant.asked.map(({ question }) => question)).toEqual([DISCLOSURE])
  })

  it('988, 911 and the clinic stay on the screen when there is no server either', async () => {
    const { page } = await stage({ missing: /safety/, answerTo: () => ({ status: 500, body: 'down' }) })
    await ask(page, DISCLOSURE)
    const foot = panel(page).locator('footer')
    for (const href of ['tel:988', 'tel:911', 'tel:+15615550100'])
      expect(await foot.locator(`a[href="${href}"]`).isVisible()).toBe(true)
  })
})
