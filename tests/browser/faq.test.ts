// The page for visitors without JavaScript, as a browser shows it: what programs are told is what people can read.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { startServer, stopServer } from '../running-server.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import { visit } from './visit.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  await ensureWidgetIsBuilt()
  browser = await launchBrowser()
  server = await startServer({ LOG_REQUESTS: '0' })
}, 120_000)
afterAll(async () => {
  await Promise.all([browser.close(), stopServer(server)])
})

describe.each(['en', 'es'])('/faq in %s', (lang) => {
  const url = () => `${server.base}/faq?locale=${lang}`

  it('tells programs exactly what it shows, question by question, without JavaScript', async () => {
    const { page, errors, leave } = await visit(browser, url(), { javaScriptEnabled: false })
    const source = await page.content()
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(source) ?? []
    const told: { name: string; acceptedAnswer: { text: string } }[] = JSON.parse(json).mainEntity
    const questions = await page.locator('.question h3').allInnerTexts()
    const answers = await page.locator('.question .reply').allInnerTexts()
    expect(told.length).toBeGreaterThan(50)
    expect(told.map(({ name }) => name)).toEqual(questions)
    expect(told.map(({ acceptedAnswer }) => inOneLine(acceptedAnswer.text))).toEqual(answers.map(inOneLine))
    expect(errors).toEqual([])
    await leave()
  })

  it('breaks no rule of axe and needs no scrolling sideways, small and large, light, dark and forced colours', async () => {
    const { page, leave } = await visit(browser, url(), { bypassCSP: true, reducedMotion: 'reduce' })
    await page.evaluate(AXE)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    const broken: string[] = []
    for (const width of [320, 1280])
      for (const media of [
        { colorScheme: 'light', forcedColors: 'none' },
        { colorScheme: 'dark', forcedColors: 'none' },
        { colorScheme: 'dark', forcedColors: 'active' },
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia(media)
        const { violations } = await page.evaluate(async () => {
          const { axe: it } = window as unknown as { axe: typeof axe }
          return it.run(document, { resultTypes: ['violations'] })
        })
        broken.push(
          ...violations.map(({ id, nodes }) => `${width} ${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`),
        )
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        if (isWide) broken.push(`${width}: scrolls sideways`)
      }
    await leave()
    expect(broken).toEqual([])
  })
})

describe('/faq on paper', () => {
  it('shows what is folded on the screen, and the phone', async () => {
    const { page, leave } = await visit(browser, `${server.base}/faq?locale=en`, { javaScriptEnabled: false })
    const cost = page.locator('details dd').first()
    const isShown = () => cost.evaluate((element) => element.checkVisibility())
    expect(await isShown()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await isShown()).toBe(true)
    expect(await page.locator('.foot a[href^="tel:+"]').isVisible()).toBe(true)
    await leave()
  })
})
