// Two releases, one after the other, in a checkout of their own: a page that still has the old launcher goes on working.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../running-server.ts'
import { startServer, stopServer } from '../running-server.ts'
import { startHostPage } from './assistant.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import type { Checkout } from './checkout.ts'
import { makeCheckout } from './checkout.ts'
import { launchBrowser } from './chromium.ts'
import { ask, panel, visit } from './visit.ts'

const folder = mkdtempSync(join(tmpdir(), 'clinic-chat-two-releases-'))
const checkout = join(folder, 'checkout')
const first = join(folder, 'first')
const PINNED = 'releases/0.0.9-abcdef12'
const files = (of: string) =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

let browser: Browser
let server: RunningServer
let said: string
let made: Checkout
beforeAll(async () => {
  await ensureWidgetIsBuilt()
  made = makeCheckout(checkout)
  const { build, change } = made
  // Not the number that our own advice gives as an example.
  change('knowledge/clinic.json', '+15615550100', '+15615550122')
  mkdirSync(join(checkout, PINNED), { recursive: true })
  writeFileSync(join(checkout, PINNED, 'widget.js'), '// pinned')
  writeFileSync(join(checkout, 'releases/releases.json'), '[{"id":"0.0.9-abcdef12"}]')
  build()
  rmSync(join(checkout, 'releases'), { recursive: true })
  renameSync(join(checkout, 'dist'), first)
  // The clinic has another number, and the panel another look, hence another name.
  change('knowledge/clinic.json', '+15615550122', '+15615550133')
  change('widget/panel.css', '{', '{ --another: release;')
  said = build('--keep', join(first, 'public'))
  browser = await launchBrowser()
  server = await startServer({ LOG_REQUESTS: '0' }, join(checkout, 'dist/server.js'))
}, 180_000)
afterAll(async () => {
  await Promise.all([browser.close(), stopServer(server)])
  rmSync(folder, { recursive: true })
})

describe('after a second release', () => {
  it('a cached launcher of the first opens its own panel and gets its answer', async () => {
    const cached = readFileSync(join(first, 'public/widget.js'), 'utf8')
    const tag = `<script src="${server.base}/widget.js" async></script>`
    const host = await startHostPage({
      '/': `<!doctype html><html lang="en"><title>Clinic</title><h1>Clinic</h1>${tag}`,
    })
    const scripts: string[] = []
    const { page, errors, leave } = await visit(browser, host.origin, {}, async (opened) => {
      await opened.route('**/widget.js', (route) => route.fulfill({ body: cached, contentType: 'text/javascript' }))
      opened.on('response', (response) => {
        if (response.url().includes('/chunks/'))
          scripts.push(`${response.status()} ${new URL(response.url()).pathname}`)
      })
    })
    await ask(page, 'what is a panic attack')
    await panel(page).locator('blockquote').first().waitFor()
    const [panelOfFirst] = readdirSync(join(first, 'public/chunks')).filter((file) => file.startsWith('panel-'))
    expect(scripts).toContain(`200 /chunks/${panelOfFirst}`)
    expect(scripts.filter((script) => !script.startsWith('200 '))).toEqual([])
    // What the server says has the new number already.
    expect(await panel(page).locator('.turn .handoff a.call').first().getAttribute('href')).toBe('tel:+15615550133')
    expect(errors).toEqual([])
    await leave()
    await host.close()
  })

  it('the new launcher names another panel, and no file that is served shows the old number', () => {
    const served = join(checkout, 'dist/public')
    const [old, ...others] = readdirSync(join(first, 'public/chunks')).filter((file) => file.startsWith('panel-'))
    expect(others).toEqual([])
    expect(readFileSync(join(served, 'widget.js'), 'utf8')).not.toContain(old)
    const shows = files(served).filter((path) => /555-?0122/.test(readFileSync(path, 'utf8')))
    expect(shows).toEqual([])
    expect(said).toMatch(/public\/: [1-9]\d* file\(s\) of earlier releases kept/)
  })

  it('a pinned widget of the first goes on being served and listed', async () => {
    expect(await (await fetch(`${server.base}/0.0.9-abcdef12/widget.js`)).text()).toBe('// pinned')
    expect(await (await fetch(`${server.base}/releases.json`)).json()).toEqual([{ id: '0.0.9-abcdef12' }])
  })

  it('a folder that is no release is refused, with what to name instead', () => {
    expect(() => made.build('--as-is', '--keep', folder)).toThrow(/there is no widget.js in it/)
  })
})
