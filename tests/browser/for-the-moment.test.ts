// A clinic that has paused its assistant and says why: built from its clinic.json, as its visitors get it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { startServer, stopServer } from '../running-server.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { makeCheckout } from './checkout.ts'
import { launchBrowser } from './chromium.ts'
import { open, panel, visit } from './visit.ts'

const folder = mkdtempSync(join(tmpdir(), 'clinic-chat-paused-'))
const LINE = '"announcement": { "en": "Closed for the storm", "es": "Cerrado por la tormenta", "until": "2026-11-24" }'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  await ensureWidgetIsBuilt()
  const { build, change } = makeCheckout(join(folder, 'checkout'))
  change('knowledge/clinic.json', '"phone":', `"paused": true, ${LINE}, "phone":`)
  build()
  browser = await launchBrowser()
  server = await startServer({ LOG_REQUESTS: '0' }, join(folder, 'checkout/dist/server.js'))
}, 180_000)
afterAll(async () => {
  await Promise.all([browser.close(), stopServer(server)])
  rmSync(folder, { recursive: true })
})

const visitOn = (day: string, path = '/') =>
  visit(browser, `${server.base}${path}`, { timezoneId: 'America/New_York' }, (page) =>
    page.clock.setFixedTime(new Date(`${day}T20:00:00-05:00`)),
  )

describe('a paused assistant', () => {
  it('takes no question, says whom to call, and keeps the numbers on the screen', async () => {
    const { page, errors, leave } = await visitOn('2026-11-24')
    await open(page)
    await panel(page).getByText('No questions are answered here for now.').waitFor()
    expect(await panel(page).locator('textarea, .question').count()).toBe(0)
    for (const name of ['Call (561) 555-0100', '988', '911'])
      expect(await panel(page).getByRole('link', { name }).first().isVisible()).toBe(true)
    // The heading has the focus: there is nothing to type into.
    expect(await page.evaluate(() => document.querySelector('clinic-chat')?.shadowRoot?.activeElement?.id)).toBe('name')
    expect(errors).toEqual([])
    await leave()
  })

  it('gives the card for a crisis to whoever asks the server', async () => {
    const headers = { 'content-type': 'application/json' }
    const ask = async (question: string) =>
      (await (
        await fetch(`${server.base}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ question }) })
      ).json()) as { kind: string }
    expect((await ask('I want to kill myself')).kind).toBe('crisis')
    expect((await ask('What is anxiety?')).kind).toBe('clinic')
  })
})

describe('the announcement', () => {
  it('stands above everything through its last day, by the visitor’s clock, and no longer', async () => {
    for (const [day, isShown] of [
      ['2026-11-24', true],
      ['2026-11-25', false],
    ] as const) {
      const { page, leave } = await visitOn(day)
      await open(page)
      expect([day, await panel(page).getByText('Closed for the storm').isVisible()]).toEqual([day, isShown])
      await leave()
    }
  })
})
