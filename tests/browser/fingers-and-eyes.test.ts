// For fingers and eyes: sizes, zoom, small phones and their keyboards, motion, contrast.
import { describe, expect, it } from 'vitest'
import * as replies from '../fixtures/replies.ts'
import { useStage } from './stage.ts'
import { ask, composer, focused, launcherOf, open, panel } from './visit.ts'

const stage = useStage()
const PHONE = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true } as const

describe('for fingers and eyes', () => {
  it('everything to tap is 44 pixels high, and the composer’s letters are 16', async () => {
    const { page } = await stage({
      answerTo: () => ({ body: replies.crisis }),
      context: { viewport: { width: 320, height: 640 } },
    })
    await ask(page, 'x')
    await ask(page, 'y')
    const small = await page
      .locator('button, .call, .contacts a, .way, .handoff-line, textarea')
      .evaluateAll((targets) =>
        targets
          .filter((it) => it.checkVisibility() && Math.round(it.getBoundingClientRect().height) < 44)
          .map((it) => it.outerHTML.slice(0, 90)),
      )
    expect(small).toEqual([])
    expect(await composer(page).evaluate((box) => getComputedStyle(box).fontSize)).toBe('16px')
  })

  it('nothing is cut off or scrolls sideways at 320 pixels, nor at 400 % zoom', async () => {
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 320, height: 256 },
    ]) {
      const { page } = await stage({ answerTo: () => ({ body: replies.claim }), context: { viewport } })
      await ask(page, 'a-very-long-word-'.repeat(20))
      const wide = await page
        .locator('dialog, dialog *')
        .evaluateAll((parts) =>
          parts
            .filter(
              (part) => part.checkVisibility() && !part.closest('.unseen') && part.getBoundingClientRect().right > 321,
            )
            .map((part) => part.outerHTML.slice(0, 90)),
        )
      expect(wide).toEqual([])
      await composer(page).scrollIntoViewIfNeeded()
      await page.locator('footer a.call').scrollIntoViewIfNeeded()
      expect(await page.locator('footer a.call').isVisible()).toBe(true)
    }
  })

  it.each([
    ['crisis', replies.crisis, [/^Call 988/]],
    ['emergency', replies.emergency, [/^Call 911$/]],
    ['violence', replies.violence, [/^Clear this chat and leave the page$/, /^Call 911$/]],
  ] as const)(
    'a card (%s): what matters most is to be seen without scrolling on a small phone',
    async (_, body, names) => {
      const { page } = await stage({ answerTo: () => ({ body }), context: PHONE })
      await ask(page, 'x')
      const log = await page.locator('.log').boundingBox()
      for (const name of names) {
        const seen = await page.locator('.turn :is(a, button)').filter({ hasText: name }).first().boundingBox()
        expect(log && seen && seen.y >= log.y && seen.y + seen.height <= log.y + log.height, name.source).toBe(true)
      }
    },
  )

  it('a phone’s keyboard does not come uninvited, and does not cover the composer', async () => {
    const { page } = await stage({ context: PHONE })
    await launcherOf(page).tap()
    await panel(page).waitFor()
    expect(await focused(page)).toBe('name')
    await page.evaluate(() => {
      const view = visualViewport
      if (!view) return
      Object.defineProperty(view, 'height', { value: 320 })
      view.dispatchEvent(new Event('resize'))
    })
    const field = await page.locator('.field').boundingBox()
    expect(field && field.y + field.height).toBeLessThan(320)
  })

  it('a source on the article’s own page closes a sheet, so that the sentence is seen, and opens no tab', async () => {
    const { page, assistant, host } = await stage({ context: PHONE })
    const [passage] = replies.answer.passages
    assistant.answerTo = () => ({
      body: { ...replies.answer, passages: [{ ...passage, url: `${host}/#:~:text=Here%20stands` }] },
    })
    await ask(page, 'what is a panic attack')
    await page.getByRole('link', { name: /Understanding Anxiety/ }).tap()
    await panel(page).waitFor({ state: 'hidden' })
    expect(page.context().pages()).toHaveLength(1)
  })

  it('no animation runs for who wants less motion', async () => {
    const { page } = await stage({ context: { reducedMotion: 'reduce' }, answerTo: () => 'hang' })
    await open(page)
    await composer(page).fill('what')
    await composer(page).press('Enter')
    await page.locator('.looking').waitFor()
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })

  it.each(['#ffffff', '#f2c14e', '#808080', '#e0115f', '#0000ff', '#17605a', '#000000', '#767676', '#c81e1e'])(
    'the words on the clinic’s colour %s have a contrast of 4.5 : 1 or more',
    async (color) => {
      const { page } = await stage({ tag: `data-color="${color}"` })
      await open(page)
      for (const part of ['header', '.send'])
        expect(await page.locator(part).evaluate(contrastOf)).toBeGreaterThanOrEqual(4.5)
    },
  )
})

/** WCAG contrast of an element's text on its background, both as painted on a canvas. Runs in the page. */
function contrastOf(element: Element) {
  const { color, backgroundColor } = getComputedStyle(element)
  const [text, ground] = [color, backgroundColor].map((paint) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    if (!canvas) throw new Error('no canvas')
    canvas.fillStyle = paint
    canvas.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  })
  const [low = 0, high = 0] = [text ?? 0, ground ?? 0].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}
