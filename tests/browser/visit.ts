// Opens a host page in the browser, with the widget's closed shadow root opened for the test's eyes.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** Playwright sees into open shadow roots only. Patched before any script of the page runs. */
const openRoots = () => {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' })
  }
}

export interface Visit {
  readonly page: Page
  /** Uncaught errors and console errors of the page, to be empty at the end. */
  readonly errors: string[]
  leave(): Promise<void>
}

export const visit = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<unknown>,
): Promise<Visit> => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.addInitScript(openRoots)
  await before?.(page)
  await page.goto(url)
  return { page, errors, leave: () => context.close() }
}

export const panel = (page: Page) => page.getByRole('dialog')
export const composer = (page: Page) => page.locator('clinic-chat textarea')

export const open = async (page: Page) => {
  if (await panel(page).isVisible()) return
  await page.locator('clinic-chat > button, clinic-chat button').first().press('Enter')
  await panel(page).waitFor()
}

/** Asks by keyboard and waits for the whole turn: its handoff is the last that is drawn. */
export const ask = async (page: Page, question: string) => {
  await open(page)
  const turns = await page.locator('.turn').count()
  await composer(page).fill(question)
  await composer(page).press('Enter')
  await page.locator('.turn').nth(turns).locator('.handoff').waitFor()
}

export const launcherOf = (page: Page) => page.locator('clinic-chat button').first()

/** What has the focus, inside the shadow root or on the page: its id, its name or its words. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('clinic-chat')?.shadowRoot?.activeElement
    const it = inside ?? document.activeElement
    return it?.id || it?.getAttribute('aria-label') || it?.textContent || it?.localName
  })

/** What is in sessionStorage for the next page. */
export const kept = (page: Page) => page.evaluate(() => sessionStorage.getItem('clinic-chat'))
