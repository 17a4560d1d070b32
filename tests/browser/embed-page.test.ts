// The page on which a clinic makes its snippet.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { useStage } from './stage.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const stage = useStage()
const openPage = async () => {
  const { page, assistant } = await stage()
  await page.goto(`${assistant.origin}/embed/index.html`)
  return { page, assistant }
}

describe('the embed page', () => {
  it('makes the snippet from the choices, and the sample shows them', async () => {
    const { page, assistant } = await openPage()
    const snippet = page.locator('#snippet')
    expect(await snippet.textContent()).toBe(`<script src="${assistant.origin}/widget.js" async></script>`)
    expect(await page.locator('#without-script').textContent()).toContain(`<a href="${assistant.origin}/faq">`)
    await page.getByLabel('Side').selectOption('left')
    await page.getByLabel('Words on the button').fill('Questions?')
    await page.getByLabel('Notice').fill('Closed Thursday')
    await expect
      .poll(() => snippet.textContent())
      .toBe(
        `<script src="${assistant.origin}/widget.js" data-side="left" data-label="Questions?" data-notice="Closed Thursday" async></script>`,
      )
    const sample = page.frameLocator('#sample')
    await sample.getByRole('button', { name: 'Questions?' }).click()
    await sample.getByRole('dialog').getByText('Closed Thursday').waitFor()
  })

  it('offers the pinned tag once a release was kept, with the phone in it', async () => {
    const { page, assistant } = await stage()
    const releases = [{ id: '0.1.0-3f9a2c41', pinnedOn: '2026-11-23', integrity: 'sha384-abc' }]
    await page.route('**/releases.json', (route) => route.fulfill({ json: releases }))
    await page.goto(`${assistant.origin}/embed/index.html`)
    await page.getByText('Pinned to one version').click()
    const snippet = page.locator('#pinned-snippet')
    expect(await snippet.textContent()).toBe(
      `<script src="${assistant.origin}/0.1.0-3f9a2c41/widget.js" integrity="sha384-abc" crossorigin data-phone="(561) 555-0100" async></script>`,
    )
    await page.getByLabel('Phone, if it is not').fill('(561) 555-0177')
    await expect.poll(() => snippet.textContent()).toContain('data-phone="(561) 555-0177"')
  })

  it('reads a snippet that is already in use', async () => {
    const { page } = await openPage()
    await page.getByText('Start from a snippet').click()
    await page
      .getByLabel('Your present snippet')
      .fill(`<script src="https://x.example/widget.js?theme=dark" data-color="#f2c14e"></script>`)
    await page.getByRole('button', { name: 'Read it' }).click()
    expect(await page.getByLabel('Light or dark').inputValue()).toBe('dark')
    await page.getByText('hard to make out').waitFor()
    await page.getByLabel('Your present snippet').fill('hello')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('There is no tag of this chat').waitFor()
  })

  it.each([
    ['light', 320],
    ['dark', 1280],
  ] as const)('breaks no rule of axe, %s at %i pixels, with everything unfolded', async (colorScheme, width) => {
    const { page } = await openPage()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await page.evaluate(AXE)
    const violations = await page.evaluate(async () => {
      const { axe: it } = window as unknown as { axe: typeof axe }
      const { violations } = await it.run(document, { iframes: false })
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 100)}`)
    })
    expect(violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})
