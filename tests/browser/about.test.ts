// What the panel says under “Privacy”: which version this is and, once the clinic has approved it, since when.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import { startAssistant, startHostPage } from './assistant.ts'
import { ensureWidgetIsBuilt, PUBLIC } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import { open, visit } from './visit.ts'

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'knowledge/answers.json'), 'utf8'))
const copy = mkdtempSync(join(tmpdir(), 'clinic-chat-about-'))
let browser: Browser

beforeAll(async () => {
  await ensureWidgetIsBuilt()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  rmSync(copy, { recursive: true })
})

/** The widget as it would be built from the same words, approved on that day. */
const builtWhenApproved = (date: string): string => {
  for (const part of ['widget', 'server', 'knowledge', 'vite.config.ts', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const answers = join(copy, 'knowledge/answers.json')
  const built = JSON.parse(readFileSync(answers, 'utf8'))
  writeFileSync(answers, JSON.stringify({ ...built, approval: { role: 'Medical director', date } }))
  const env = { ...process.env, NODE_ENV: 'production' }
  for (const mode of ['panel', 'launcher'])
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', mode], { cwd: copy, env })
  return join(copy, 'dist/public')
}

const aboutIn = async (folder: string, lang: string, summary: string) => {
  const assistant = await startAssistant(() => ({ body: answer }), folder)
  const page = `<!doctype html><html lang="${lang}"><title>Clinic</title><h1>Clinic</h1><script src="${assistant.origin}/widget.js"></script></html>`
  const host = await startHostPage({ '/': page })
  const visited = await visit(browser, host.origin)
  await open(visited.page)
  await visited.page.getByText(summary, { exact: true }).click()
  const text = await visited.page.locator('#before').textContent()
  await Promise.all([visited.leave(), host.close(), assistant.kill()])
  return text
}

describe('under “Privacy”', () => {
  it('tells the version, and nothing of an approval while there is none', async () => {
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    const text = await aboutIn(PUBLIC, 'en', 'Privacy')
    expect(text?.endsWith(`you choose Start over. Version ${version}.`)).toBe(true)
  })

  it('tells since when the clinic has approved it, in the language of the page', async () => {
    const folder = builtWhenApproved('2026-11-20')
    expect(await aboutIn(folder, 'en', 'Privacy')).toContain(
      `The clinic approved these words on November 20, 2026. Version ${version}.`,
    )
    expect(await aboutIn(folder, 'es', 'Privacidad')).toContain(
      `La clínica aprobó estas palabras el 20 de noviembre de 2026. Versión ${version}.`,
    )
  })
})
