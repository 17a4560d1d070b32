// The whole way of a visitor, in a real browser, on a page of a foreign origin with one script tag.
import { existsSync } from 'node:fs'
import type { Browser, BrowserType } from 'playwright-core'
import { firefox, webkit } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import { startAssistant, startHostPage } from './assistant.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import { hostPage } from './host-pages.ts'
import { composer, panel, visit } from './visit.ts'

/** CONTRIBUTING.md says how to get the other two; Chromium brings itself. */
const installed = (type: BrowserType) => (existsSync(type.executablePath()) ? () => type.launch() : null)
const BROWSERS: Readonly<Record<string, (() => Promise<Browser>) | null>> = {
  Chromium: launchBrowser,
  Firefox: installed(firefox),
  WebKit: installed(webkit),
}

beforeAll(ensureWidgetIsBuilt, 120_000)

describe.each(Object.entries(BROWSERS))('in %s a visitor of the clinic’s page', (name, launch) => {
  it.skipIf(!launch)(
    launch
      ? 'asks by keyboard, reads the reply, follows the source, and keeps the phone when the server dies'
      : `(${name} is not installed: not tested)`,
    async () => {
      if (!launch) return
      const browser = await launch()
      const assistant = await startAssistant(() => ({ body: answer }))
      const host = await startHostPage({ '/': hostPage(assistant.origin) })
      const { page, errors } = await visit(browser, host.origin)
      await page
        .context()
        .route('https://clinic.example/**', (route) => route.fulfill({ contentType: 'text/html', body: 'The article' }))
      const launcher = page.locator('clinic-chat button').first()
      await launcher.waitFor()
      expect(assistant.requested).toEqual(['/widget.js'])

      await launcher.focus()
      await page.keyboard.press('Enter')
      await panel(page).waitFor()
      await page.keyboard.type('what is a panic attack')
      await page.keyboard.press('Enter')

      const passage = page.locator('blockquote')
      await passage.waitFor()
      expect(await passage.textContent()).toBe(answer.passages[0].text)
      expect(assistant.asked).toEqual([{ question: 'what is a panic attack', locale: 'en', history: [] }])
      const source = page.getByRole('link', { name: /Understanding Anxiety/ })
      expect(await source.getAttribute('href')).toBe(answer.passages[0].url)
      const [article] = await Promise.all([page.context().waitForEvent('page'), source.click()])
      await article.waitForURL('https://clinic.example/article**')

      // From the first reply on the answering core is in the page.
      await page.bringToFront()
      await expect
        .poll(() => assistant.requested.some((path) => path.includes('/offline-')), { timeout: 10_000 })
        .toBe(true)
      await page.waitForLoadState('networkidle')
      await assistant.kill()
      await composer(page).fill('what is social anxiety')
      await composer(page).press('Enter')
      await page.locator('.turn').last().locator('blockquote').first().waitFor()
      const last = page.locator('.turn').last().locator('.reply > :last-child')
      expect(await last.getAttribute('class')).toBe('handoff')
      expect(await last.getByRole('link', { name: 'Call (561) 555-0100' }).getAttribute('href')).toBe(
        'tel:+15615550100',
      )
      expect(errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([])

      await page.keyboard.press('Escape')
      expect(await panel(page).isVisible()).toBe(false)
      await browser.close()
      await host.close()
    },
    60_000,
  )
})
