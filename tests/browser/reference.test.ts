// The interface drawn for people, on the server as it runs: everything comes from it, and its policy forbids nothing needed.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { startServer, stopServer } from '../running-server.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import { visit } from './visit.ts'

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

describe('/reference', () => {
  it('describes every route and every kind of reply, from this server alone', async () => {
    const asked: string[] = []
    const { page, errors, leave } = await visit(browser, `${server.base}/reference`, {}, async (opened) => {
      opened.on('request', (request) => asked.push(new URL(request.url()).origin))
    })
    const text = page.locator('#reference')
    await text.getByText('Ask one question').waitFor()
    const said = await text.textContent()
    for (const part of ['/api/ask', '/api/suggestions', '/healthz', 'CrisisReply', 'Handoff', '429'])
      expect(said).toContain(part)
    expect(new Set(asked)).toEqual(new Set([server.base]))
    expect(errors).toEqual([])
    await leave()
  })
})
