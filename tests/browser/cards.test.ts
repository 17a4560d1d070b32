// What stays, and what does not, once a card was shown.
import { describe, expect, it } from 'vitest'
import * as replies from '../fixtures/replies.ts'
import { useStage } from './stage.ts'
import { ask, kept, launcherOf, panel } from './visit.ts'

const stage = useStage()

describe('after a card', () => {
  it('the bar stays: through other questions, starting over, closing and the next page', async () => {
    const { page, assistant } = await stage({ answerTo: () => ({ body: replies.crisis }) })
    await ask(page, 'x')
    const bar = page.getByText('In crisis? Call or text')
    await page.locator('dialog').getByText('In crisis? Call or text').waitFor()
    assistant.answerTo = () => ({ body: replies.smalltalk })
    await ask(page, 'thanks')
    expect(await bar.first().isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await page.locator('.turn').count()).toBe(0)
    expect(await bar.first().isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('aside').isVisible()).toBe(true)
    await page.reload()
    await page.locator('aside').waitFor()
    expect(await panel(page).isVisible()).toBe(false)
  })

  it.each(['left', 'right'])('the bar of a closed panel is wholly on the screen, at the %s', async (side) => {
    const { page } = await stage({
      answerTo: () => ({ body: replies.crisis }),
      tag: `data-side="${side}"`,
      context: { viewport: { width: 320, height: 568 } },
    })
    await ask(page, 'x')
    await page.keyboard.press('Escape')
    const bar = await page.locator('aside').boundingBox()
    const button = await launcherOf(page).boundingBox()
    expect(bar && bar.x >= 0 && bar.x + bar.width <= 320).toBe(true)
    expect(bar && button && bar.y + bar.height <= button.y).toBe(true)
  })

  it('the page’s reader sees nothing of it: not in storage, events, class names or the address', async () => {
    const { page, host } = await stage({ answerTo: () => ({ body: replies.crisis }) })
    await ask(page, 'x')
    // The time in it may hold any digits.
    expect((await kept(page))?.replace(/"at":\d+/, '')).not.toMatch(/988|crisis|"x"/)
    expect(page.url()).toBe(`${host}/`)
    expect(await page.locator('dialog').innerHTML()).not.toMatch(
      /(class|id|data-[a-z]+)="[^"]*(crisis|emergency|suicid)/,
    )
  })

  it('“Not what I meant” puts the card away and keeps the bar', async () => {
    const { page } = await stage({ answerTo: () => ({ body: replies.crisis }) })
    await ask(page, 'x')
    await page.getByRole('button', { name: 'Not what I meant' }).click()
    expect(await page.locator('.card').count()).toBe(0)
    expect(await page.locator('dialog').getByText('In crisis?').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Show the numbers again' }).click()
    await page.locator('.card').waitFor()
  })

  it.each([
    ['I’m fine, thanks', 'Thank you for telling me'],
    ['no, estoy bien', 'Thank you for telling me'],
  ])('“%s” does so, too: it is thanked, not sent and not kept', async (denial, thanks) => {
    const { page, assistant } = await stage({ answerTo: () => ({ body: replies.crisis }) })
    await ask(page, 'x')
    await expect.poll(() => assistant.requested.some((path) => path.includes('safety'))).toBe(true)
    await page.waitForTimeout(400)
    await ask(page, denial)
    expect(await page.locator('.card').count()).toBe(0)
    expect(await page.locator('.turn').last().locator('.message').textContent()).toContain(thanks)
    expect(await page.getByText(thanks).count()).toBe(1)
    expect(await page.locator('dialog').getByText('In crisis?').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Show the numbers again' }).click()
    await page.locator('.card').waitFor()
    assistant.answerTo = () => ({ body: replies.smalltalk })
    await ask(page, 'hello')
    expect(assistant.asked.slice(1)).toEqual([{ question: 'hello', locale: 'en', history: [] }])
    expect(await kept(page)).not.toContain('estoy bien')
  })

  it.each([
    ['no-preference', 1],
    ['reduce', 0],
  ] as const)(
    'the bar pulses once with the next card, not with the first (motion: %s)',
    async (reducedMotion, pulses) => {
      const { page } = await stage({ answerTo: () => ({ body: replies.crisis }), context: { reducedMotion } })
      const bar = page.locator('dialog .bar')
      const animations = () => bar.evaluate((element) => element.getAnimations().length)
      await ask(page, 'x')
      expect(await animations()).toBe(0)
      await ask(page, 'y')
      expect(await animations()).toBe(pulses)
      await expect.poll(animations).toBe(0)
    },
  )

  it('a second one is short, with the same numbers', async () => {
    const { page } = await stage({ answerTo: () => ({ body: replies.crisis }) })
    await ask(page, 'x')
    await ask(page, 'y')
    const second = page.locator('.card').nth(1)
    expect(await second.textContent()).not.toContain(replies.crisis.message)
    expect(await second.getByRole('link', { name: 'Call 988' }).isVisible()).toBe(true)
  })

  it('no claim is shown, the handoff is', async () => {
    const { page, assistant } = await stage({ answerTo: () => ({ body: replies.crisis }) })
    await ask(page, 'x')
    assistant.answerTo = () => ({ body: replies.claim })
    await ask(page, 'does it help')
    expect(await page.locator('blockquote').count()).toBe(0)
    expect(await page.locator('.turn').last().locator('.handoff .call').isVisible()).toBe(true)
  })

  it('about violence nothing is kept, and one tap clears the chat and leaves the page', async () => {
    const { page, assistant } = await stage()
    await page.context().route('https://www.weather.gov/**', (route) => route.fulfill({ body: 'weather' }))
    await ask(page, 'what is a panic attack')
    expect(await kept(page)).not.toBeNull()
    assistant.answerTo = () => ({ body: replies.violence })
    await ask(page, 'x')
    expect(await kept(page)).toBeNull()
    const leave = page.getByRole('button', { name: 'Clear this chat and leave the page' })
    await page.getByRole('button', { name: 'Not what I meant' }).click()
    expect(await leave.isVisible()).toBe(true)
    assistant.answerTo = () => ({ body: replies.smalltalk })
    await ask(page, 'when are you open')
    expect(await kept(page)).toBeNull()
    await leave.click()
    await page.waitForURL('https://www.weather.gov/**')
  })
})
