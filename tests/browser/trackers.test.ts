// What a visitor writes, and that a card was shown, on a page that watches everything it can: nowhere but in the question.
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { startServer, stopServer } from '../running-server.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import type { TrackedPage, Watch } from './tracked-page.ts'
import { startTrackedPage } from './tracked-page.ts'

const QUESTION = 'what is a panic attack zebraquestion'
const DISCLOSURE = 'I want to kill myself umbrelladisclosure'
const PLANTED = /zebraquestion|umbrelladisclosure|panic attack|kill myself/i
/** Words that would tell that there was a card. */
const CARD = /(?<![\d.])988(?!\d)|suicid|crisis|lifeline|emergency|veteran|danger|poison/i
const TOKEN = 'a-token-for-this-test-alone'

let browser: Browser
let server: RunningServer
const endings: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  await ensureWidgetIsBuilt()
  browser = await launchBrowser()
  server = await startServer({ METRICS_TOKEN: TOKEN, LOG_REQUESTS: '1' })
}, 120_000)
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})
afterAll(async () => {
  await browser.close()
  await stopServer(server)
})

interface Visit {
  readonly page: Page
  readonly tracked: TrackedPage
  readonly requests: readonly Request[]
  /** Types and sends, with real keys; resolves when the turn is whole. */
  ask(text: string): Promise<void>
  /** Text of the panel: the test's own eye into the closed root. */
  inside(): Promise<string>
}

/** @param block files of the widget that the page cannot have. */
const visit = async (block?: RegExp): Promise<Visit> => {
  const tracked = await startTrackedPage(`<script src="${server.base}/widget.js" async></script>`)
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
  endings.push(() => context.close(), tracked.close)
  const page = await context.newPage()
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  if (block) await page.route(block, (route) => route.abort())
  // The root stays closed, as it is for the page; only this test keeps a key, under a name that no script knows.
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init)
      if (init.mode === 'closed') Object.defineProperty(window, 'onlyTheTestKnows', { value: root })
      return root
    }
  })
  await page.goto(tracked.url)
  await page.waitForFunction(() => 'onlyTheTestKnows' in window)
  const launcher = await page.evaluate(() => {
    const { x, y } = (window as unknown as Inside).onlyTheTestKnows
      .querySelector('button')
      ?.getBoundingClientRect() ?? { x: 0, y: 0 }
    return { x: x + 10, y: y + 10 }
  })
  await page.mouse.click(launcher.x, launcher.y)
  const count = (selector: string) =>
    page.evaluate((wanted) => (window as unknown as Inside).onlyTheTestKnows.querySelectorAll(wanted).length, selector)
  await expect.poll(() => count('dialog[open]')).toBe(1)
  if (!block) await expect.poll(() => requests.some((request) => request.url().includes('safety'))).toBe(true)
  await page.waitForTimeout(600)
  return {
    ...{ page, tracked, requests },
    ask: async (text) => {
      const turns = await count('.turn')
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await expect.poll(() => count('.turn')).toBe(turns + 1)
      await expect.poll(() => count('.turn:last-child .handoff')).toBe(1)
    },
    inside: () => page.evaluate(() => (window as unknown as Inside).onlyTheTestKnows.textContent ?? ''),
  }
}

interface Inside extends Watch {
  readonly onlyTheTestKnows: ShadowRoot
}

/** Everything the page, and whatever runs on it, can look at or has got hold of. */
const withinReach = async ({ page, tracked, requests }: Visit) => {
  const there = await page.evaluate(async () => {
    const { dataLayer, recorded, heard } = window as unknown as Watch
    return {
      ...{ dataLayer, recorded, heard },
      address: location.href,
      title: document.title,
      history: [history.length, history.state],
      cookies: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      caches: await caches.keys(),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      timing: performance.getEntries().map(({ name }) => name),
      name: window.name,
      markup: document.documentElement.outerHTML,
      selection: String(getSelection()),
    }
  })
  const sent = requests
    .filter((request) => !(request.method() === 'POST' && request.url() === `${server.base}/api/ask`))
    .map((request) => `${request.url()} ${JSON.stringify(request.headers())} ${request.postData()}`)
  return { ...there, sent, collected: tracked.collected }
}

const said = (value: unknown) => JSON.stringify(value)

describe('on a page with analytics, a tag manager, a pixel and a session recorder', () => {
  it('the scripts do listen: a click on the page and its field come through', async () => {
    const seen = await visit()
    await seen.page.locator('input[name=email]').fill('theirs@example.org')
    const reach = await withinReach(seen)
    expect(said(reach.dataLayer)).toContain('theirs@example.org')
    expect(said(reach.collected)).toContain('theirs@example.org')
    expect(reach.recorded.length).toBeGreaterThan(2)
    expect(said(reach.recorded)).toContain('Understanding anxiety')
    expect(reach.heard.some((event) => event.includes('clinic-chat:open'))).toBe(true)
  })

  it('a question is in the one request that asks it, and in this tab’s sessionStorage as designed', async () => {
    const seen = await visit()
    await seen.ask(QUESTION)
    expect(await seen.inside()).toContain('zebraquestion')
    const asked = seen.requests.filter((request) => PLANTED.test(request.postData() ?? ''))
    expect(asked.map((request) => [request.method(), request.url()])).toEqual([['POST', `${server.base}/api/ask`]])
    const { session, ...reach } = await withinReach(seen)
    expect(Object.keys(session)).toEqual(['clinic-chat'])
    for (const [place, held] of Object.entries(reach)) expect(said(held), place).not.toMatch(PLANTED)
    expect([reach.local, reach.cookies, reach.caches, reach.databases, reach.workers]).toEqual([{}, '', [], [], 0])
  })

  it('a disclosure is in no request at all, and neither it nor its card is anywhere else', async () => {
    const seen = await visit()
    await seen.ask(DISCLOSURE)
    expect(await seen.inside()).toContain('988 Suicide & Crisis Lifeline')
    expect(seen.requests.filter((request) => request.url().includes('/api/ask'))).toEqual([])
    const { session, ...reach } = await withinReach(seen)
    for (const [place, held] of Object.entries(reach)) expect(said(held), place).not.toMatch(PLANTED)
    for (const [place, held] of Object.entries(reach)) expect(said(held), place).not.toMatch(CARD)
    // One yes or no, so that the bar is there on the next page of this tab.
    const { at, ...stored } = JSON.parse(session['clinic-chat'] ?? '{}')
    expect([typeof at, stored]).toEqual(['number', { card: true, turns: [] }])
  })

  it('so it is with the server’s card, when the page could not have the safety chunk', async () => {
    const seen = await visit(/safety/)
    await seen.ask(DISCLOSURE)
    expect(await seen.inside()).toContain('988 Suicide & Crisis Lifeline')
    const asked = seen.requests.filter((request) => PLANTED.test(request.postData() ?? ''))
    expect(asked.map((request) => request.url())).toEqual([`${server.base}/api/ask`])
    const { session, ...reach } = await withinReach(seen)
    for (const [place, held] of Object.entries(reach)) {
      expect(said(held), place).not.toMatch(PLANTED)
      expect(said(held), place).not.toMatch(CARD)
    }
    expect(session['clinic-chat']).not.toMatch(PLANTED)
  })

  it('a card leaves the same trace as an answer: the same events in the same order, the page unchanged', async () => {
    const trace = async (text: string) => {
      const seen = await visit(/safety/)
      await seen.ask(text)
      const { heard, dataLayer, markup } = await withinReach(seen)
      const events = (dataLayer as readonly { readonly event: string }[]).map(({ event }) => event)
      return { heard, events: [...new Set(events)], markup: markup.replace(/:\d+\//g, '/') }
    }
    expect(await trace(DISCLOSURE)).toEqual(await trace(QUESTION))
  })

  it('the server neither prints, counts nor caches any of it', async () => {
    const seen = await visit(/safety/)
    const replies = new Map<string, Record<string, string>>()
    seen.page.on('response', async (response) => replies.set(response.url(), response.headers()))
    await seen.ask(QUESTION)
    await seen.ask(DISCLOSURE)
    const metrics = await fetch(`${server.base}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
    // Random ids may hold any digits.
    const told = `${server.printed.out}\n${server.printed.err}\n${await metrics.text()}`.replace(
      /"requestId":"[^"]*"/g,
      '',
    )
    expect(told).toContain('/api/ask')
    expect(told).not.toMatch(PLANTED)
    expect(told).not.toMatch(CARD)
    const headers = replies.get(`${server.base}/api/ask`) ?? {}
    expect(headers['cache-control']).toBe('no-store')
    for (const name of ['set-cookie', 'etag', 'location', 'last-modified']) expect(headers[name]).toBeUndefined()
    expect(said(headers)).not.toMatch(PLANTED)
    expect(said(headers)).not.toMatch(CARD)
  })
})
