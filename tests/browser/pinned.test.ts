// The widget pinned to one version: the browser checks the file, the tag carries the phone.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Release } from '../../widget/embed-page/snippet.ts'
import { newestRelease, writePinnedSnippet } from '../../widget/embed-page/snippet.ts'
import { answer } from '../fixtures/replies.ts'
import type { Assistant } from './assistant.ts'
import { startAssistant, startHostPage } from './assistant.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import { ask, launcherOf, panel, visit } from './visit.ts'

const folder = mkdtempSync(join(tmpdir(), 'clinic-chat-releases-'))
const pin = () =>
  execFileSync(process.execPath, ['server/pin-cli.ts', '--as-is', '--to', folder], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  })
let browser: Browser
let assistant: Assistant
let release: Release

beforeAll(async () => {
  await ensureWidgetIsBuilt()
  pin()
  const newest = newestRelease(JSON.parse(readFileSync(join(folder, 'releases.json'), 'utf8')))
  if (!newest) throw new Error('nothing was pinned')
  release = newest
  browser = await launchBrowser()
  assistant = await startAssistant(() => ({ body: answer }), folder)
}, 120_000)
afterAll(async () => {
  await Promise.all([browser.close(), assistant.kill()])
  rmSync(folder, { recursive: true })
})

const on = async (tag: string) => {
  const host = await startHostPage({ '/': `<!doctype html><html lang="en"><title>Clinic</title><h1>Clinic</h1>${tag}` })
  const { page, errors, leave } = await visit(browser, host.origin)
  return { page, errors, leave: () => Promise.all([leave(), host.close()]) }
}
const tag = () => writePinnedSnippet(`${assistant.origin}/`, release, {}, '(561) 555-0177')

describe('a pinned widget', () => {
  it('asks and answers from its own folder, with the phone of its tag', async () => {
    const { page, errors, leave } = await on(tag())
    await ask(page, 'what is a panic attack')
    await page.locator('blockquote').waitFor()
    for (const call of await page.locator('dialog a.call').all())
      expect(await call.getAttribute('href')).toBe('tel:5615550177')
    const scripts = assistant.requested.filter((path) => path.endsWith('.js'))
    expect(scripts.filter((path) => !path.startsWith(`/${release.id}/`))).toEqual([])
    expect(errors).toEqual([])
    await leave()
  })

  it('says nothing of a version or an approval: what the server says goes on changing', async () => {
    const { page, leave } = await on(tag())
    await launcherOf(page).click()
    await page.getByText('Privacy', { exact: true }).click()
    expect(await page.locator('#before').textContent()).toMatch(/Start over\.$/)
    await leave()
  })

  it('does not run when the file is not the one that was pinned', async () => {
    const { page, errors, leave } = await on(tag().replace(/sha384-..../, 'sha384-AAAA'))
    await expect.poll(() => errors.join()).toMatch(/integrity/)
    expect(await launcherOf(page).count()).toBe(0)
    await leave()
  })

  it('does not come without a phone, and says what to write', async () => {
    const { page, errors, leave } = await on(tag().replace(/data-phone="[^"]*"/, ''))
    await expect.poll(() => errors.join()).toMatch(/holds no phone. Write data-phone="/)
    expect(await launcherOf(page).count()).toBe(0)
    expect(await panel(page).count()).toBe(0)
    await leave()
  })

  it('holds no phone of the clinic’s in any file, and is kept once', () => {
    const files = readdirSync(join(folder, release.id), { recursive: true, encoding: 'utf8' })
    const scripts = files.filter((file) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThanOrEqual(4)
    for (const file of scripts)
      expect(readFileSync(join(folder, release.id, file), 'utf8'), file).not.toContain('5615550100')
    expect(pin()).toMatch(/is there already/)
  })
})
