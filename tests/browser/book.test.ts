// The sign-off book in a browser: accessible, light and dark, narrow and wide, and whole entries on numbered pages of a print.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf, lastApproval } from '../desk/a-book.ts'
import { launchBrowser } from './chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const book = bookOf({ last: lastApproval() })
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const open = async (options: Parameters<Browser['newPage']>[0]): Promise<Page> => {
  const page = await browser.newPage(options)
  await page.setContent(book)
  return page
}

describe('the sign-off book', () => {
  it.each([
    [320, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('has no fault axe could find, and nothing to scroll sideways: %i px, %s', async (width, colorScheme) => {
    const page = await open({ viewport: { width, height: 900 }, colorScheme })
    await page.evaluate(axe)
    const found = await page.evaluate(() =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run().then(({ violations }) => violations),
    )
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.close()
  })

  it('marks each text with its language', async () => {
    const page = await open({})
    const spanish = await page.locator('[lang=es]').allTextContents()
    expect(spanish).toContain('¿Qué es la ansiedad?')
    const unmarked = page.locator('dd:not([lang])', { hasText: /[¿¡ñ]|ción/ })
    expect(await unmarked.count()).toBe(0)
    await page.close()
  })

  it.each(['A4', 'Letter'])('prints on %s, each page with its number', async (format) => {
    const page = await open({})
    const pdf = await page.pdf({ format, printBackground: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(40)
    expect(pages).toBeLessThan(110)
    await page.close()
  })

  it('splits no entry over two pages', async () => {
    const page = await open({})
    await page.emulateMedia({ media: 'print' })
    const rules = await page
      .locator('.piece, .line, .sign')
      .evaluateAll((pieces) => [...new Set(pieces.map((piece) => getComputedStyle(piece).breakInside))])
    expect(rules).toEqual(['avoid'])
    // What is higher than a page would be split all the same: 240 mm at 96 dots an inch.
    const highest = await page
      .locator('.piece, .line')
      .evaluateAll((pieces) => Math.max(...pieces.map((piece) => piece.getBoundingClientRect().height)))
    expect(highest).toBeLessThan(900)
    await page.close()
  })
})
