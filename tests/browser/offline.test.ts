// With the first reply the answering core has come into the page: from then on a dead server is no dead end.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { problem } from '../fixtures/replies.ts'
import type { Assistant } from './assistant.ts'
import { useStage } from './stage.ts'
import { ask, composer } from './visit.ts'

const stage = useStage()
const SECOND = 'what is generalized anxiety disorder'

const hasCore = ({ requested }: Assistant) => requested.some((path) => path.includes('/offline-'))
const isIdleAgain = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300))))

/** Asks a first question, which the server answers, and waits for the offline chunk. */
const askWithServer = async (page: Page, assistant: Assistant) => {
  await ask(page, 'what is a panic attack')
  await expect.poll(() => hasCore(assistant), { timeout: 10_000 }).toBe(true)
  await page.waitForLoadState('networkidle')
  await isIdleAgain(page)
}

const newest = (page: Page) => page.locator('.turn').last()

describe('the answering core in the page', () => {
  it('is fetched after the first reply, when the page is idle, and not before', async () => {
    const { page, assistant } = await stage()
    await ask(page, 'what is a panic attack')
    const before = assistant.requested.findIndex((path) => path.includes('/offline-'))
    expect(before === -1 || before > assistant.requested.indexOf('/api/ask')).toBe(true)
    await expect.poll(() => hasCore(assistant), { timeout: 10_000 }).toBe(true)
  })

  it('answers the second question in the clinic’s own sentences when the server is gone, and ends with the phone', async () => {
    const { page, assistant, errors } = await stage()
    await askWithServer(page, assistant)
    await assistant.kill()
    await ask(page, SECOND)
    expect(await newest(page).locator('blockquote').first().textContent()).toMatch(/^Generalized Anxiety Disorder/i)
    const last = newest(page).locator('.reply > :last-child')
    expect(await last.getAttribute('class')).toBe('handoff')
    expect(await last.locator('a.call').getAttribute('href')).toBe('tel:+15615550100')
    expect(errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([])
  })

  it('answers when the server says 500', async () => {
    const { page, assistant } = await stage()
    await askWithServer(page, assistant)
    assistant.answerTo = () => ({ status: 500, body: problem(500, 'x') })
    await ask(page, SECOND)
    expect(await newest(page).locator('blockquote').count()).toBeGreaterThan(0)
  })

  it('says honestly what the article does not say, and a card still comes for a crisis', async () => {
    const { page, assistant } = await stage()
    await askWithServer(page, assistant)
    await page.context().setOffline(true)
    await ask(page, 'how much does an infusion cost')
    expect(await newest(page).locator('blockquote').count()).toBe(0)
    expect(await newest(page).textContent()).toMatch(/price|cost/i)
    await ask(page, 'I want to kill myself')
    await page.locator('.card').waitFor()
  })

  it('leaves a 429 alone: answering would go round the server’s limit', async () => {
    const { page, assistant } = await stage()
    await askWithServer(page, assistant)
    assistant.answerTo = () => ({ status: 429, body: problem(429, 'x') })
    await ask(page, SECOND)
    expect(await newest(page).locator('.message').textContent()).toMatch(/wait a minute/)
    expect(await newest(page).locator('blockquote').count()).toBe(0)
  })

  it('answers after eight seconds when the server hangs, and what was typed meanwhile is kept', async () => {
    const { page, assistant } = await stage()
    await askWithServer(page, assistant)
    assistant.answerTo = () => 'hang'
    await composer(page).fill(SECOND)
    await composer(page).press('Enter')
    await page.getByText('Looking in the article').waitFor()
    await composer(page).fill('and how long does it')
    await newest(page).locator('blockquote').first().waitFor({ timeout: 12_000 })
    expect(await composer(page).inputValue()).toBe('and how long does it')
    expect(await newest(page).locator('.asked').textContent()).toContain(SECOND)
  }, 40_000)

  it('a question answered here is not sent again when the server is back', async () => {
    const { page, assistant } = await stage()
    await askWithServer(page, assistant)
    const { answerTo } = assistant
    assistant.answerTo = () => ({ status: 503, body: 'down for a moment' })
    await ask(page, SECOND)
    const sent = assistant.asked.length
    assistant.answerTo = answerTo
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.waitForTimeout(1500)
    await ask(page, 'when are you open')
    expect(assistant.asked.slice(sent).map(({ question }) => question)).toEqual(['when are you open'])
  })

  it('is not fetched for visitors who save data', async () => {
    const { page, assistant } = await stage({
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
        }),
    })
    await ask(page, 'what is a panic attack')
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(2000)
    assistant.answerTo = () => ({ status: 500, body: problem(500, 'x') })
    await ask(page, SECOND)
    expect(hasCore(assistant)).toBe(false)
  })

  it('is fetched at once when already the first question fails, and waited for three seconds at most', async () => {
    const { page, assistant } = await stage({ answerTo: () => ({ status: 500, body: problem(500, 'x') }) })
    await ask(page, SECOND)
    expect(await newest(page).locator('blockquote').count()).toBeGreaterThan(0)
    expect(assistant.asked).toHaveLength(1)

    const slow = await stage({
      answerTo: () => ({ status: 500, body: problem(500, 'x') }),
      before: (page) => page.route('**/offline-*', () => {}),
    })
    const began = Date.now()
    await ask(slow.page, SECOND)
    expect(Date.now() - began).toBeLessThan(6000)
    expect(await newest(slow.page).locator('.message').textContent()).toMatch(/wrong on our side/)
  })

  it('that cannot be had leaves the handoff alone on the screen', async () => {
    const { page, assistant } = await stage({ missing: /offline/ })
    await ask(page, 'what is a panic attack')
    await assistant.kill()
    await ask(page, SECOND)
    expect(await newest(page).locator('.message').textContent()).toMatch(/can’t reach our server/)
    expect(await newest(page).locator('.handoff a.call').getAttribute('href')).toBe('tel:+15615550100')
  })
})
