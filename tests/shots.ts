// npm run shots: a picture of every state, small and large, light and dark, in shots/ (ignored), for people to look at.
import { mkdirSync } from 'node:fs'
import { startAssistant, startHostPage } from './browser/assistant.ts'
import { ensureWidgetIsBuilt } from './browser/built-widget.ts'
import { launchBrowser } from './browser/chromium.ts'
import { SCENES } from './browser/scenes.ts'
import { visit } from './browser/visit.ts'
import { answer } from './fixtures/replies.ts'
import { startServer, stopServer } from './running-server.ts'

const SIZES = { phone: { width: 320, height: 640 }, desktop: { width: 1280, height: 800 } }
const [only] = process.argv.slice(2)

await ensureWidgetIsBuilt()
mkdirSync('shots', { recursive: true })
const browser = await launchBrowser()
for (const scene of SCENES.filter(({ name }) => !only || name === only)) {
  const assistant = await startAssistant(scene.answerTo ?? (() => ({ body: answer })))
  assistant.missing = scene.missing ?? null
  const host = await startHostPage({ '/': page(`${assistant.origin}/widget.js`, scene.tag ?? '') })
  for (const [size, viewport] of Object.entries(SIZES))
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, leave } = await visit(browser, host.origin, { viewport, colorScheme, reducedMotion: 'reduce' })
      await scene.steps(page)
      await page.waitForTimeout(350)
      await page.screenshot({ path: `shots/${scene.name}-${size}-${colorScheme}.png` })
      await leave()
    }
  await Promise.all([assistant.kill(), host.close()])
  console.log(scene.name)
}
if (!only || only === 'embed') {
  const assistant = await startAssistant(() => ({ body: answer }))
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const) {
    const viewport = { width, height: 900 }
    const { page, leave } = await visit(browser, `${assistant.origin}/embed/index.html`, { viewport, colorScheme })
    await page.waitForTimeout(500)
    await page.screenshot({ path: `shots/embed-${width}-${colorScheme}.png`, fullPage: true })
    await leave()
  }
  await assistant.kill()
  console.log('embed')
}
if (!only || only === 'faq') {
  const server = await startServer({ LOG_REQUESTS: '0' })
  for (const [width, colorScheme, locale] of [
    [320, 'light', 'en'],
    [320, 'dark', 'es'],
    [1280, 'light', 'en'],
  ] as const) {
    const viewport = { width, height: 900 }
    const { page, leave } = await visit(browser, `${server.base}/faq?locale=${locale}`, { viewport, colorScheme })
    await page.screenshot({ path: `shots/faq-${width}-${colorScheme}.png` })
    await page.locator('#ketamine-for-ptsd').scrollIntoViewIfNeeded()
    await page.screenshot({ path: `shots/faq-${width}-${colorScheme}-claim.png` })
    await page.locator('details').first().locator('summary').click()
    await page.locator('#unanswered').scrollIntoViewIfNeeded()
    await page.screenshot({ path: `shots/faq-${width}-${colorScheme}-unanswered.png` })
    await leave()
  }
  await stopServer(server)
  console.log('faq')
}
await browser.close()

function page(src: string, tag: string) {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Clinic</title>
    <style>:root{color-scheme:light dark}body{font:18px/1.6 Georgia,serif;max-width:38em;margin:40px auto;padding:0 20px}</style>
    <h1>Understanding anxiety</h1>
    ${'<p>Anxiety disorders are among the most common reasons for which people look for help. A page of a clinic stands here, with enough text to scroll.</p>'.repeat(8)}
    <script src="${src}" ${tag} async></script></html>`
}
