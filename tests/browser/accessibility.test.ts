// No rule of axe, WCAG or best practice, is broken in any state, in any size, theme and direction.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import { startAssistant, startHostPage } from './assistant.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import { hostPage } from './host-pages.ts'
import { SCENES } from './scenes.ts'
import { visit } from './visit.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SIZES = { small: { width: 320, height: 640 }, large: { width: 1280, height: 900 } }
const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const

let browser: Browser

beforeAll(async () => {
  await ensureWidgetIsBuilt()
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser.close())

/** Rules broken as the page stands, each with the elements. */
const brokenRules = async (page: Page): Promise<string[]> => {
  const { violations } = await page.evaluate(async () => {
    const { axe: it } = window as unknown as { axe: typeof axe }
    return it.run(document, { resultTypes: ['violations'] })
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

describe('axe finds nothing', () => {
  it.each(SCENES)(
    'in state “$name”, small and large, light, dark and forced colours, left to right and right to left',
    async (scene) => {
      const assistant = await startAssistant(scene.answerTo ?? (() => ({ body: answer })))
      assistant.missing = scene.missing ?? null
      const host = await startHostPage({ '/': hostPage(assistant.origin, scene.tag) })
      const { page, leave } = await visit(browser, host.origin, { viewport: SIZES.large, reducedMotion: 'reduce' })
      await page.evaluate(AXE)
      await scene.steps(page)
      const broken: string[] = []
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport)
        for (const dir of ['ltr', 'rtl']) {
          await page.evaluate((value) => document.documentElement.setAttribute('dir', value), dir)
          for (const [theme, media] of Object.entries(THEMES)) {
            await page.emulateMedia(media)
            // The panel hears of the theme by an event, which may come after the page has its new colours.
            await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
            broken.push(...(await brokenRules(page)).map((rule) => `${size} ${dir} ${theme} ${rule}`))
          }
        }
      }
      await leave()
      await Promise.all([assistant.kill(), host.close()])
      expect(broken).toEqual([])
    },
    60_000,
  )
})
