// Whatever goes wrong, the phone is one tap away, the visitor is told in words, and what was typed is not lost: here without
// the offline chunk, which would answer (offline.test.ts).
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, problem } from '../fixtures/replies.ts'
import type { AnswerTo } from './assistant.ts'
import { useStage } from './stage.ts'
import { ask, composer, open, panel } from './visit.ts'

const stage = useStage()

/** The last thing of the newest turn, and its number. */
const lastOfTurn = (page: Page) =>
  page
    .locator('.turn')
    .last()
    .locator('.reply > :last-child')
    .evaluate((part) => [part.className, part.querySelector('a.call')?.getAttribute('href')])

const FAULTS: Readonly<Record<string, { answerTo: AnswerTo; says: RegExp }>> = {
  'answers 500': { answerTo: () => ({ status: 500, body: problem(500, 'x') }), says: /wrong on our side/ },
  'answers 500 with HTML': { answerTo: () => ({ status: 500, body: '<h1>Oops</h1>' }), says: /wrong on our side/ },
  'answers 429': { answerTo: () => ({ status: 429, body: problem(429, 'x') }), says: /wait a minute/ },
  'answers 200 with something that is not JSON': { answerTo: () => ({ body: '{"kind":' }), says: /wrong on our side/ },
  'answers 200 without a handoff': {
    answerTo: () => ({ body: JSON.stringify({ ...answer, handoff: null }) }),
    says: /wrong on our side/,
  },
  'answers a kind of reply nobody knows': {
    answerTo: () => ({ body: JSON.stringify({ ...answer, kind: 'poem' }) }),
    says: /wrong on our side/,
  },
  'cuts the connection': { answerTo: () => 'hang-up', says: /can’t reach our server/ },
}

describe('when the server', () => {
  it.each(Object.entries(FAULTS))(
    '%s, it says so, keeps the question, offers another try and the phone',
    async (_, { answerTo, says }) => {
      const { page, assistant } = await stage({ answerTo, missing: /offline/ })
      await ask(page, 'what is a panic attack')
      expect(await page.locator('.turn .message').textContent()).toMatch(says)
      expect(await page.locator('.asked').textContent()).toContain('what is a panic attack')
      expect(await lastOfTurn(page)).toEqual(['handoff', 'tel:+15615550100'])

      assistant.answerTo = () => ({ body: answer })
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.locator('blockquote').waitFor()
      expect(await page.locator('.turn').count()).toBe(1)
    },
  )

  it('does not answer for eight seconds, it gives up and says so', async () => {
    const { page } = await stage({ answerTo: () => 'hang', missing: /offline/ })
    const begin = Date.now()
    await ask(page, 'what is a panic attack')
    expect(Date.now() - begin).toBeGreaterThan(7500)
    expect(await page.locator('.turn .message').textContent()).toMatch(/taking too long/)
    expect(await lastOfTurn(page)).toEqual(['handoff', 'tel:+15615550100'])
  }, 15_000)

  it('takes its time, the visitor is told that it is on its way, and can go on typing', async () => {
    const { page } = await stage({ answerTo: () => ({ body: answer, delayMs: 700 }) })
    await open(page)
    await composer(page).fill('what is a panic attack')
    await composer(page).press('Enter')
    await page.getByText('Looking in the article').waitFor()
    await composer(page).fill('another')
    await page.locator('blockquote').waitFor()
    expect(await composer(page).inputValue()).toBe('another')
  })

  it('refuses a request, its reason is shown and the words are back in the composer', async () => {
    const { page } = await stage({
      answerTo: () => ({ status: 422, body: problem(422, 'Please ask in fewer words.') }),
    })
    await ask(page, 'what is a panic attack')
    await page.getByText('Please ask in fewer words.').waitFor()
    expect(await composer(page).inputValue()).toBe('what is a panic attack')
  })

  it('asks once more after a cut connection, and only once', async () => {
    let calls = 0
    const { page, assistant } = await stage({ answerTo: () => (calls++ === 0 ? 'hang-up' : { body: answer }) })
    await ask(page, 'what is a panic attack')
    expect(await page.locator('blockquote').count()).toBe(1)
    expect(assistant.asked).toHaveLength(2)
  })

  it('forbids the page’s origin (CORS), the handoff stands alone', async () => {
    const { page, assistant } = await stage({ missing: /offline/ })
    assistant.allowsOrigin = false
    await ask(page, 'what is a panic attack')
    expect(await lastOfTurn(page)).toEqual(['handoff', 'tel:+15615550100'])
  })
})

describe('when the network', () => {
  it('is gone, the handoff stands alone', async () => {
    const { page } = await stage()
    await open(page)
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await ask(page, 'what is a panic attack')
    expect(await lastOfTurn(page)).toEqual(['handoff', 'tel:+15615550100'])
  })

  it('does not know the server’s name, the handoff stands alone', async () => {
    const { page } = await stage({
      missing: /offline/,
      before: async (page) => {
        await page.route('**/api/ask', (route) => route.abort('namenotresolved'))
      },
    })
    await ask(page, 'what is a panic attack')
    expect(await lastOfTurn(page)).toEqual(['handoff', 'tel:+15615550100'])
  })
})

describe('when the widget’s own files are missing', () => {
  it('the launcher shows the phone, 988 and 911 in place of the panel, and tries again at the next opening', async () => {
    const { page, assistant } = await stage({ missing: /panel/ })
    const launcher = page.locator('clinic-chat button').first()
    await launcher.click()
    const box = page.getByRole('region', { name: 'K\\MD Wellness' })
    await box.waitFor()
    expect(await box.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'tel:+15615550100',
      'tel:988',
      'tel:911',
    ])
    expect(await launcher.getAttribute('aria-expanded')).toBe('true')
    await launcher.click()
    expect(await box.isVisible()).toBe(false)

    assistant.missing = null
    await launcher.click()
    await panel(page).waitFor()
    expect(await box.isVisible()).toBe(false)
  })

  it('a panel that comes after the visitor has turned away stays closed, and one that fails then fails in silence', async () => {
    for (const missing of [null, /panel/]) {
      const { page, assistant, errors } = await stage({
        before: (page) =>
          page.route('**/panel-*', async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 800))
            await route.continue()
          }),
      })
      assistant.missing = missing
      const launcher = page.locator('clinic-chat button').first()
      await launcher.click()
      await launcher.click()
      await page.waitForTimeout(1300)
      expect(await panel(page).isVisible()).toBe(false)
      expect(await launcher.isVisible()).toBe(true)
      expect(errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([])
    }
  })

  it.each(['left', 'right'])('the phone is wholly on the screen of a small phone, at the %s', async (side) => {
    const { page } = await stage({
      missing: /panel/,
      tag: `data-side="${side}"`,
      context: { viewport: { width: 320, height: 568 } },
    })
    await page.locator('clinic-chat button').first().click()
    const box = page.getByRole('region', { name: 'K\\MD Wellness' })
    await box.waitFor()
    const edges = await box.boundingBox()
    expect(edges && edges.x >= 0 && edges.x + edges.width <= 320 && edges.y >= 0).toBe(true)
  })

  it('shows the phone while a slow panel is on its way', async () => {
    const { page } = await stage({
      before: async (page) => {
        await page.route('**/panel-*', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 1500))
          await route.continue()
        })
      },
    })
    await page.locator('clinic-chat button').first().click()
    await page.getByRole('link', { name: /Call \(561\)/ }).waitFor({ timeout: 1000 })
    await panel(page).waitFor()
  })

  it('keeps the question in the composer when the chunk that asks cannot be had', async () => {
    const { page, assistant } = await stage({ missing: /talk/ })
    await open(page)
    await composer(page).fill('what is a panic attack')
    await composer(page).press('Enter')
    await page.getByText('I can’t reach our server').waitFor()
    expect(await composer(page).inputValue()).toBe('what is a panic attack')
    expect(await page.locator('footer a.call').getAttribute('href')).toBe('tel:+15615550100')
    assistant.missing = null
  })
})
