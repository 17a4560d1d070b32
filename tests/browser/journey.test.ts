// The whole way of a visitor, in a real browser, on a page of a foreign origin with one script tag.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import type { Assistant, HostPage } from './assistant.ts'
import { startAssistant, startHostPage } from './assistant.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import { composer, panel, visit } from './visit.ts'

let browser: Browser
let assistant: Assistant
let host: HostPage

beforeAll(async () => {
  await ensureWidgetIsBuilt()
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

describe('a visitor of the clinic’s page', () => {
  it('asks by keyboard, reads the reply, follows the source, and keeps the phone when the server dies', async () => {
    assistant = await startAssistant(() => ({ body: answer }))
    host = await startHostPage({
      '/': `<!doctype html><html lang="en"><title>Clinic</title><body><h1>Our clinic</h1><a href="#x">A link</a>
        <script src="${assistant.origin}/widget.js" async></script></body></html>`,
    })
    const { page, errors, leave } = await visit(browser, host.origin)
    await page
      .context()
      .route('https://clinic.example/**', (route) => route.fulfill({ contentType: 'text/html', body: 'The article' }))
    await page.locator('clinic-chat button').waitFor()
    expect(assistant.requested).toEqual(['/widget.js'])

    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await panel(page).waitFor()
    await expect
      .poll(() => composer(page).evaluate((box) => box === (box.getRootNode() as ShadowRoot).activeElement))
      .toBe(true)
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

    await assistant.kill()
    await page.bringToFront()
    await composer(page).fill('and social anxiety?')
    await composer(page).press('Enter')
    await page.getByText('I can’t reach our server').waitFor()
    const calls = page.getByRole('link', { name: /Call \(561\) 555-0100/ })
    expect(await calls.last().getAttribute('href')).toBe('tel:+15615550100')
    expect(await page.locator('.turn').last().locator('.reply > :last-child').getAttribute('class')).toBe('handoff')
    expect(errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([])

    await page.keyboard.press('Escape')
    expect(await panel(page).isVisible()).toBe(false)
    await leave()
    await host.close()
  }, 30_000)
})
