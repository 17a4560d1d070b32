// What is stored, sent and told: as little as can be, and nothing before the first click.
import { describe, expect, it } from 'vitest'
import { useStage } from './stage.ts'
import { ask, kept, launcherOf, open } from './visit.ts'

const stage = useStage()

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
