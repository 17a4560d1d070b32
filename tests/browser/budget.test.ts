import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import { BUDGETS, brotli, CHUNKS, filesOf, MUST_NOT_APPEAR } from '../widget/budget.ts'
import { ensureWidgetIsBuilt, PUBLIC } from './built-widget.ts'
import { useStage } from './stage.ts'
import { composer, open } from './visit.ts'

beforeAll(ensureWidgetIsBuilt, 120_000)
const stage = useStage()

describe('the widget’s weight', () => {
  it.each(BUDGETS)('$what is at most $ceiling bytes of brotli', ({ files, ceiling }) => {
    const bytes = filesOf(PUBLIC, files).reduce((sum, file) => sum + brotli(file.bytes), 0)
    expect(bytes).toBeLessThanOrEqual(ceiling)
  })

  it.each(MUST_NOT_APPEAR)('holds no trace of %s', (name) => {
    for (const { path, bytes } of filesOf(PUBLIC, ['widget.js', ...CHUNKS]))
      expect(bytes.toString(), path).not.toContain(name)
  })

  it('is one request before intent, and two until the composer can be used', async () => {
    const { page, assistant } = await stage()
    await page.locator('clinic-chat button').waitFor()
    expect(assistant.requested).toHaveLength(1)
    // The next two come by themselves, once the panel has been painted and while the page is idle.
    const requestsWhenUsable: number[] = []
    await open(page)
    await composer(page).waitFor()
    requestsWhenUsable.push(assistant.requested.filter((path) => !/talk|safety/.test(path)).length)
    expect(requestsWhenUsable).toEqual([2])
  })

  it('shifts nothing on the page: not at load, opening, reply or close', async () => {
    const { page } = await stage({
      answerTo: () => ({ body: answer, delayMs: 800 }),
      before: (page) =>
        page.addInitScript(() => {
          let shift = 0
          new PerformanceObserver((list) => {
            // What moves within half a second of a tap or a key is what the visitor asked for: so CLS is defined.
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
              if (!entry.hadRecentInput) shift += entry.value
          }).observe({ type: 'layout-shift', buffered: true })
          Object.assign(window, { shift: () => shift })
        }),
    })
    await open(page)
    await composer(page).fill('what is a panic attack')
    await composer(page).press('Enter')
    await page.locator('blockquote').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => (window as unknown as { shift: () => number }).shift())).toBe(0)
  })
})
