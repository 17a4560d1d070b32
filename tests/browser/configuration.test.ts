// What the clinic can set, in the snippet and from its own scripts.
import { describe, expect, it } from 'vitest'
import { writeNoscript } from '../../widget/embed-page/snippet.ts'
import * as replies from '../fixtures/replies.ts'
import { hostPage } from './host-pages.ts'
import { useStage } from './stage.ts'
import { ask, launcherOf, open, panel } from './visit.ts'

const stage = useStage()

describe('the clinic', () => {
  it('corrects its phone in the snippet, for every place and every reply', async () => {
    const { page } = await stage({
      tag: 'data-phone="(561) 555-0199" data-notice="Closed Thursday"',
      answerTo: () => ({ body: { ...replies.clinic, message: 'Call (561) 555-0100.' } }),
    })
    await ask(page, 'your number?')
    await panel(page).getByText('Closed Thursday').waitFor()
    expect(await page.locator('dialog').textContent()).not.toContain('0100')
    expect(await page.locator('a.call').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(
      ['tel:5615550199', 'tel:5615550199'],
    )
  })

  it('switches the chat off: launcher, phone, 988, 911 and nothing else', async () => {
    const { page, assistant } = await stage({ tag: 'data-mode="call-only"' })
    await launcherOf(page).click()
    await page.getByRole('link', { name: /Call \(561\) 555-0100/ }).waitFor()
    await page.waitForTimeout(200)
    expect(assistant.requested).toEqual(['/widget.js'])
    await launcherOf(page).click()
    expect(await page.getByRole('link', { name: /Call/ }).isVisible()).toBe(false)
  })

  it('configures by object, attributes and query, in this order', async () => {
    const { page } = await stage({
      pages: (assistant) => ({
        '/': `<!doctype html><html lang="en"><title>x</title><h1>x</h1><script>window.clinicChat = { label: 'Object' }</script>
          <script src="${assistant}/widget.js?label=Query&greeting=From+query&side=left" data-label="Attribute" data-side="right"></script></html>`,
      }),
    })
    expect(await launcherOf(page).textContent()).toBe('Object')
    await open(page)
    await page.getByText('From query').waitFor()
    const box = await panel(page).boundingBox()
    expect(box && box.x + box.width).toBe(1260)
  })

  it('is told in the console which value does not fit', async () => {
    const lines: string[] = []
    const { page } = await stage({
      tag: 'data-side="lefft"',
      before: async (page) => page.on('console', (message) => lines.push(message.text())),
    })
    await open(page)
    await expect.poll(() => lines).toContain('[clinic-chat] side="lefft" does not fit. Write left or right.')
  })

  it.each([
    ['ltr', '', 'right'],
    ['ltr', 'data-side="left"', 'left'],
    ['rtl', '', 'left'],
    ['rtl', 'data-side="right"', 'right'],
  ])('finds launcher and panel on a page written %s, tag %s, at the %s', async (dir, tag, side) => {
    const { page } = await stage({ htmlAttributes: `dir="${dir}"`, tag })
    const edges = async (part: ReturnType<typeof panel>) => {
      const box = await part.boundingBox()
      return box && (side === 'left' ? box.x : box.x + box.width)
    }
    const edge = side === 'left' ? 20 : 1260
    await launcherOf(page).waitFor()
    expect(await edges(launcherOf(page))).toBe(edge)
    await open(page)
    expect(await edges(panel(page))).toBe(edge)
  })

  it('drives it: open, close, toggle, ask, reset', async () => {
    const { page, assistant } = await stage()
    const call = (method: string, ...given: string[]) =>
      page.evaluate(
        ([name, ...rest]) => {
          const element = document.querySelector('clinic-chat') as unknown as Record<
            string,
            (...given: string[]) => void
          >
          element[name ?? '']?.(...rest)
        },
        [method, ...given],
      )
    await launcherOf(page).waitFor()
    await call('toggle')
    await panel(page).waitFor()
    await call('toggle')
    await panel(page).waitFor({ state: 'hidden' })
    await call('ask', 'what is a panic attack')
    await page.locator('blockquote').waitFor()
    expect(assistant.asked).toHaveLength(1)
    await call('reset')
    expect(await page.locator('.turn').count()).toBe(0)
    await call('close')
    await panel(page).waitFor({ state: 'hidden' })
    await call('open')
    await panel(page).waitFor()
  })

  it('has a page without JavaScript show the way to all answers, and the number, of the snippet’s <noscript>', async () => {
    const phone = { display: '(561) 555-0100', href: 'tel:+15615550100' }
    const { page, assistant } = await stage({
      context: { javaScriptEnabled: false },
      pages: (assistant) => ({ '/': `${hostPage(assistant)}${writeNoscript(`${assistant}/`, {}, phone)}` }),
    })
    expect(await page.getByRole('link', { name: 'Call (561) 555-0100' }).isVisible()).toBe(true)
    const answers = page.getByRole('link', { name: 'Questions and answers' })
    expect(await answers.getAttribute('href')).toBe(`${assistant.origin}/faq`)
  })
})
