// What a visitor can count on: keyboard, focus, announcements, cards, privacy, and what the clinic may configure.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import * as replies from '../fixtures/replies.ts'
import { hostPage } from './host-pages.ts'
import { useStage } from './stage.ts'
import { ask, composer, open, panel } from './visit.ts'

const stage = useStage()
const PHONE = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true } as const

const launcherOf = (page: Page) => page.locator('clinic-chat button').first()
/** What has the focus, inside the shadow root or on the page. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('clinic-chat')?.shadowRoot?.activeElement
    const it = inside ?? document.activeElement
    return it?.id || it?.getAttribute('aria-label') || it?.textContent || it?.localName
  })
const kept = (page: Page) => page.evaluate(() => sessionStorage.getItem('clinic-chat'))

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

  it('a card’s first number is to be seen without scrolling on a small phone', async () => {
    const { page } = await stage({ answerTo: () => ({ body: replies.crisis }), context: PHONE })
    await ask(page, 'x')
    const log = await page.locator('.log').boundingBox()
    const call = await page.getByRole('link', { name: 'Call 988' }).boundingBox()
    expect(log && call && call.y + call.height <= log.y + log.height).toBe(true)
  })

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
    expect(await kept(page)).not.toMatch(/988|crisis|"x"/)
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
    await page.getByRole('button', { name: 'Clear this chat and leave the page' }).click()
    await page.waitForURL('https://www.weather.gov/**')
  })
})

describe('privacy', () => {
  it('nothing is stored, sent or asked of third parties before the first click', async () => {
    const asked: string[] = []
    const { page, assistant } = await stage({
      before: async (page) => page.on('request', (request) => asked.push(new URL(request.url()).origin)),
    })
    await launcherOf(page).waitFor()
    await page.waitForTimeout(300)
    expect(assistant.requested).toEqual(['/widget.js'])
    expect(new Set(asked).size).toBe(2)
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([0, 0, ''])
    await open(page)
    expect(await kept(page)).toBeNull()
  })

  it('the host carries the marks that keep session replay out before there are words in it', async () => {
    const { page } = await stage()
    await open(page)
    const host = page.locator('clinic-chat')
    expect(await host.getAttribute('class')).toMatch(/rr-block.*sentry-block.*ph-no-capture.*fs-exclude/)
    for (const name of ['data-hj-suppress', 'data-clarity-mask']) expect(await host.getAttribute(name)).toBe('true')
  })

  it('the shadow root is closed', async () => {
    const { page } = await stage({
      before: (page) =>
        page.addInitScript(() => {
          const attach = Element.prototype.attachShadow
          Element.prototype.attachShadow = function (init) {
            Object.assign(window, { mode: init.mode })
            return attach.call(this, init)
          }
        }),
    })
    await launcherOf(page).waitFor()
    expect(await page.evaluate(() => (window as unknown as { mode: string }).mode)).toBe('closed')
  })

  it('what was said is forgotten after half an hour without a question, also by a page that slept meanwhile', async () => {
    const { page } = await stage()
    await page.clock.install()
    await ask(page, 'what is a panic attack')
    await page.clock.fastForward('29:00')
    expect(await page.locator('.turn').count()).toBe(1)
    await page.clock.fastForward('01:01')
    await expect.poll(() => page.locator('.turn').count()).toBe(0)
    expect(await kept(page)).toBeNull()
  })

  it('“Start over” forgets', async () => {
    const { page } = await stage()
    await ask(page, 'what is a panic attack')
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await kept(page)).toBeNull()
    await page.reload()
    await open(page)
    expect(await page.locator('.turn').count()).toBe(0)
  })
})

describe('the clinic', () => {
  it('corrects its phone in the snippet, for every place and every reply', async () => {
    const { page } = await stage({
      tag: 'data-phone="(561) 555-0199" data-notice="Closed Thursday"',
      answerTo: () => ({ body: { ...replies.clinic, message: 'Call (561) 555-0100.' } }),
    })
    await ask(page, 'your number?')
    await panel(page).getByText('Closed Thursday').waitFor()
    expect(await page.locator('dialog').textContent()).not.toContain('0100')
    expect(await page.locator('a.call').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(
      ['tel:5615550199', 'tel:5615550199'],
    )
  })

  it('switches the chat off: launcher, phone, 988, 911 and nothing else', async () => {
    const { page, assistant } = await stage({ tag: 'data-mode="call-only"' })
    await launcherOf(page).click()
    await page.getByRole('link', { name: /Call \(561\) 555-0100/ }).waitFor()
    await page.waitForTimeout(200)
    expect(assistant.requested).toEqual(['/widget.js'])
    await launcherOf(page).click()
    expect(await page.getByRole('link', { name: /Call/ }).isVisible()).toBe(false)
  })

  it('configures by object, attributes and query, in this order', async () => {
    const { page } = await stage({
      pages: (assistant) => ({
        '/': `<!doctype html><html lang="en"><title>x</title><h1>x</h1><script>window.clinicChat = { label: 'Object' }</script>
          <script src="${assistant}/widget.js?label=Query&greeting=From+query&side=left" data-label="Attribute" data-side="right"></script></html>`,
      }),
    })
    expect(await launcherOf(page).textContent()).toBe('Object')
    await open(page)
    await page.getByText('From query').waitFor()
    const box = await panel(page).boundingBox()
    expect(box && box.x + box.width).toBe(1260)
  })

  it('is told in the console which value does not fit', async () => {
    const lines: string[] = []
    const { page } = await stage({
      tag: 'data-side="lefft"',
      before: async (page) => page.on('console', (message) => lines.push(message.text())),
    })
    await open(page)
    await expect.poll(() => lines).toContain('[clinic-chat] side="lefft" does not fit. Write left or right.')
  })

  it.each([
    ['ltr', '', 'right'],
    ['ltr', 'data-side="left"', 'left'],
    ['rtl', '', 'left'],
    ['rtl', 'data-side="right"', 'right'],
  ])('finds launcher and panel on a page written %s, tag %s, at the %s', async (dir, tag, side) => {
    const { page } = await stage({ htmlAttributes: `dir="${dir}"`, tag })
    const edges = async (part: ReturnType<typeof panel>) => {
      const box = await part.boundingBox()
      return box && (side === 'left' ? box.x : box.x + box.width)
    }
    const edge = side === 'left' ? 20 : 1260
    await launcherOf(page).waitFor()
    expect(await edges(launcherOf(page))).toBe(edge)
    await open(page)
    expect(await edges(panel(page))).toBe(edge)
  })

  it('drives it: open, close, toggle, ask, reset', async () => {
    const { page, assistant } = await stage()
    const call = (method: string, ...given: string[]) =>
      page.evaluate(
        ([name, ...rest]) => {
          const element = document.querySelector('clinic-chat') as unknown as Record<
            string,
            (...given: string[]) => void
          >
          element[name ?? '']?.(...rest)
        },
        [method, ...given],
      )
    await launcherOf(page).waitFor()
    await call('toggle')
    await panel(page).waitFor()
    await call('toggle')
    await panel(page).waitFor({ state: 'hidden' })
    await call('ask', 'what is a panic attack')
    await page.locator('blockquote').waitFor()
    expect(assistant.asked).toHaveLength(1)
    await call('reset')
    expect(await page.locator('.turn').count()).toBe(0)
    await call('close')
    await panel(page).waitFor({ state: 'hidden' })
    await call('open')
    await panel(page).waitFor()
  })

  it('has a page without JavaScript show the number of the snippet’s <noscript>', async () => {
    const { page } = await stage({
      context: { javaScriptEnabled: false },
      pages: (assistant) => ({
        '/': `${hostPage(assistant)}<noscript>Questions? <a href="tel:+15615550100">(561) 555-0100</a></noscript>`,
      }),
    })
    expect(await page.getByRole('link', { name: '(561) 555-0100' }).isVisible()).toBe(true)
  })
})

describe('the composer', () => {
  it('cuts nothing off a long text: it counts, explains, and keeps what was sent to be shortened', async () => {
    const { page, assistant } = await stage()
    await open(page)
    const long = 'word '.repeat(900)
    await composer(page).fill(long)
    await page.getByText('4499 of 4000 characters').waitFor()
    await composer(page).press('Enter')
    await page.locator('.handoff').waitFor()
    expect(assistant.asked[0]?.question).toBe(long.trim())
    expect(await composer(page).inputValue()).toBe(long)
  })

  it('says of the same passage twice running that it is the same', async () => {
    const { page } = await stage()
    await ask(page, 'what is a panic attack')
    await ask(page, 'panic attack')
    expect(await page.getByText('This is the same passage as above.').count()).toBe(1)
    expect(await page.locator('.handoff').count()).toBe(1)
    expect(await page.locator('.handoff-line').textContent()).toBe('Call (561) 555-0100')
  })

  it('sends a follow-up as written and keeps what stands in it', async () => {
    const { page, assistant } = await stage()
    await ask(page, 'what is a panic attack')
    await composer(page).fill('half a tho')
    await page.getByRole('button', { name: 'What is social anxiety?' }).click()
    await page.locator('.turn').nth(1).locator('.handoff').waitFor()
    expect(assistant.asked[1]?.question).toBe('What is social anxiety?')
    expect(await composer(page).inputValue()).toBe('half a tho')
  })
})
