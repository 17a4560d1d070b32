// The page's style sheets and the widget's leave each other alone.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hostPage } from './host-pages.ts'
import { useStage } from './stage.ts'
import { ask, panel } from './visit.ts'

const stage = useStage()

/** Style sheets such as the widget meets, each in the manner of where it comes from. */
const SHEETS: Readonly<Record<string, string>> = {
  'a WordPress theme with !important': `button,a,input,textarea,p,h2{font-family:Papyrus!important;color:red!important;
    text-transform:uppercase!important;letter-spacing:3px!important;border-radius:0!important;box-shadow:none!important}
    .wp-block *{margin:3em!important}`,
  'a Squarespace template': `*{box-sizing:content-box!important} body *{line-height:3!important;font-size:30px!important}
    button{width:100%!important;height:200px!important;background:#000!important}`,
  'a Wix page': `body{position:absolute;width:980px;overflow:hidden;transform:none} body>*{position:relative!important;
    left:40px!important;opacity:.4!important;z-index:-1!important}`,
  'a Shopify theme (Dawn)':
    'html{font-size:62.5%} div:empty{display:none} :empty{display:none} *:not(:defined){display:none}',
  'a CSS reset of everything': '*{all:unset!important} *::before,*::after{all:unset!important}',
  'a z-index war': `body{filter:none} header{position:fixed;inset:0 0 auto;height:60px;z-index:9989;background:#eee}
    *{z-index:1;float:left;clear:both}`,
  'huge root text and a page zoom': 'html{font-size:40px;line-height:2.5;word-spacing:1em;text-indent:3em}',
}

/** What can be seen of the widget's parts: position, size and look. */
const lookOf = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('clinic-chat')?.shadowRoot
    const parts = ['dialog', 'header', 'h2', '.asked', 'blockquote', 'textarea', '.send', '.handoff .call', 'footer']
    return parts.map((selector) => {
      const part = root?.querySelector(selector)
      if (!part) return [selector, 'missing']
      const { width, height } = part.getBoundingClientRect()
      const style = getComputedStyle(part)
      const look = ['fontSize', 'fontFamily', 'lineHeight', 'color', 'backgroundColor', 'borderRadius', 'letterSpacing']
      const more = ['textTransform', 'padding', 'margin', 'opacity', 'textIndent', 'wordSpacing', 'boxSizing']
      return [
        selector,
        width,
        height,
        ...[...look, ...more].map((name) => style.getPropertyValue(name) || style[name as 'color']),
      ]
    })
  })

/** Computed styles of everything that is the page's own. */
const pageStyles = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, main, main *')].map((element) => {
      const style = getComputedStyle(element)
      return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')
    }),
  )

const context = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const

describe('the style sheet of', () => {
  it.each(Object.entries(SHEETS))(
    '%s changes nothing in the widget, and the widget nothing on the page',
    async (_, css) => {
      const plain = await stage({ context })
      await ask(plain.page, 'what is a panic attack')
      const expected = await lookOf(plain.page)

      const { page } = await stage({ context, head: `<style>${css}</style>` })
      await page.waitForFunction(() => document.querySelector('clinic-chat'))
      const before = await pageStyles(page)
      await ask(page, 'what is a panic attack')
      expect(await lookOf(page)).toEqual(expected)
      expect(await pageStyles(page)).toEqual(before)
      const box = await panel(page).boundingBox()
      expect(box && [box.x + box.width, box.y + box.height]).toEqual([1260, 880])
    },
  )

  it('the page is the same with and without the widget', async () => {
    const without = await stage({ context, pages: () => ({ '/': hostPage('', 'type="text/plain"') }) })
    const expected = await pageStyles(without.page)
    const { page } = await stage({ context })
    await ask(page, 'what is a panic attack')
    expect(await pageStyles(page)).toEqual(expected)
  })
})
