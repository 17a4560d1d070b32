// On any page: the widget looks and works as it should, and the page stays as it was.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import { hostPage } from './host-pages.ts'
import { useStage } from './stage.ts'
import { ask, composer, open, panel } from './visit.ts'

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

describe('the scripts of a page', () => {
  it('that patch built-ins like Prototype.js do not garble the request, nor what is kept for the next page', async () => {
    const { page, assistant, errors } = await stage({
      head: `<script>
        Array.prototype.toJSON = String.prototype.toJSON = Object.prototype.toJSON = function () { return 'toJSON!' }
        Array.prototype.each = Array.prototype.forEach
        Object.prototype.extend = function () { return this }
        Function.prototype.bindAsEventListener = function () { return this }
        Element.prototype.show = Element.prototype.hide = function () { throw new Error('show') }
      </script>`,
    })
    await ask(page, 'what is a panic attack')
    await ask(page, 'and "social" anxiety?')
    expect(assistant.asked[1]).toEqual({
      question: 'and "social" anxiety?',
      locale: 'en',
      history: ['what is a panic attack'],
    })
    await page.reload()
    await open(page)
    await page.locator('.turn').nth(1).waitFor()
    expect(await page.locator('.asked').allTextContents()).toEqual([
      'You asked: what is a panic attack',
      'You asked: and "social" anxiety?',
    ])
    expect(errors).toEqual([])
  })

  it('that freeze their globals do not stop it', async () => {
    const { page, errors } = await stage({
      head: `<script>for (const it of [Object, Array, Promise, Element, HTMLElement, Node, Event])
        { Object.freeze(it); Object.freeze(it.prototype) }</script>`,
    })
    await ask(page, 'what is a panic attack')
    expect(errors).toEqual([])
  })

  it('that listen to everything hear no key, click or input of it', async () => {
    const { page } = await stage({
      head: `<script>window.heard = []
        for (const type of ['keydown', 'keyup', 'keypress', 'click', 'pointerdown', 'mousedown', 'input', 'focusin', 'paste'])
          document.addEventListener(type, (event) => heard.push(type))</script>`,
    })
    await open(page)
    await page.evaluate(() => {
      ;(window as unknown as { heard: string[] }).heard.length = 0
    })
    await composer(page).click()
    await page.keyboard.type('ok/?')
    await page.keyboard.press('Enter')
    await page.locator('.handoff').waitFor()
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
  })

  it('find no global of it, and no event that says more than that something happened', async () => {
    const { page } = await stage({
      before: (page) =>
        page.addInitScript(() => {
          const seen: unknown[] = []
          Object.assign(window, { seen, globals: Object.keys(window) })
          for (const name of ['open', 'ask', 'reply', 'call', 'close'])
            document.addEventListener(`clinic-chat:${name}`, (event) =>
              seen.push([event.type, (event as CustomEvent).detail]),
            )
        }),
    })
    await ask(page, 'what is a panic attack')
    await page.evaluate(() => {
      const call = document.querySelector('clinic-chat')?.shadowRoot?.querySelector('footer a.call')
      call?.addEventListener('click', (event) => event.preventDefault())
    })
    await page.locator('footer a.call').click()
    await page.keyboard.press('Escape')
    const { seen, added } = await page.evaluate(() => {
      const page = window as unknown as { seen: unknown[]; globals: string[] }
      return { seen: page.seen, added: Object.keys(window).filter((name) => !page.globals.includes(name)) }
    })
    expect(added).toEqual(['seen', 'globals'])
    expect(seen).toEqual(['open', 'ask', 'reply', 'call', 'close'].map((name) => [`clinic-chat:${name}`, null]))
  })
})

describe('a page with', () => {
  it('a strict content security policy and trusted types works without a violation', async () => {
    const { page, errors } = await stage({
      headers: (assistant) => ({
        'content-security-policy': `default-src 'none'; script-src ${assistant}; connect-src ${assistant};
          require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll('\n', ' '),
      }),
      pages: (assistant) => ({
        '/': `<!doctype html><html lang="en"><title>Clinic</title><h1>Clinic</h1><script src="${assistant}/widget.js" async></script></html>`,
      }),
    })
    await ask(page, 'what is a panic attack')
    expect(await page.locator('.send').evaluate((send) => getComputedStyle(send).backgroundColor)).toBe(
      'rgb(23, 96, 90)',
    )
    expect(errors).toEqual([])
  })

  it('the widget in a sandboxed frame, without storage and forms, works', async () => {
    const { page } = await stage({
      pages: (assistant) => ({
        '/': '<!doctype html><html lang="en"><title>Outer</title><iframe sandbox="allow-scripts" src="/inner" width="600" height="600"></iframe></html>',
        '/inner': hostPage(assistant),
      }),
    })
    const frame = page.frameLocator('iframe')
    await frame.locator('clinic-chat button').first().click()
    await frame.locator('textarea').fill('what is a panic attack')
    await frame.locator('.send').click()
    await frame.locator('blockquote').waitFor()
  })

  it('a <base href> elsewhere still finds the widget’s files and server', async () => {
    const { page, assistant } = await stage({ head: '<base href="https://elsewhere.example/deep/">' })
    await ask(page, 'what is a panic attack')
    expect(assistant.asked).toHaveLength(1)
  })

  it.each([
    ['in the head', (src: string) => `<head><script src="${src}"></script></head><body><h1>x</h1></body>`],
    [
      'twice',
      (src: string) => `<body><h1>x</h1><script src="${src}"></script><script src="${src}" async></script></body>`,
    ],
    ['as a module', (src: string) => `<body><h1>x</h1><script type="module" src="${src}"></script></body>`],
    ['deferred', (src: string) => `<head><script src="${src}" defer></script></head><body><h1>x</h1></body>`],
    [
      'put in late by a tag manager',
      (src: string) => `<body><h1>x</h1><script>setTimeout(() => { const tag = document.createElement('script')
        tag.src = '${src}?lang=en'; document.head.append(tag) }, 200)</script></body>`,
    ],
  ])('the tag %s has one launcher that works', async (_, html) => {
    const { page, errors } = await stage({
      pages: (assistant) => ({
        '/': `<!doctype html><html lang="en"><title>x</title>${html(`${assistant}/widget.js`)}</html>`,
      }),
    })
    await page.locator('clinic-chat button').first().waitFor()
    await page.waitForTimeout(300)
    expect(await page.locator('clinic-chat').count()).toBe(1)
    await ask(page, 'what is a panic attack')
    expect(errors).toEqual([])
  })

  it('its body replaced, as Turbo does, keeps the widget and its conversation', async () => {
    const { page } = await stage({ pages: (assistant) => ({ '/other': hostPage(assistant) }) })
    await ask(page, 'what is a panic attack')
    await page.evaluate(async () => {
      const html = await (await fetch('/other')).text()
      const next = new DOMParser().parseFromString(html, 'text/html')
      document.body.replaceWith(document.adoptNode(next.body))
      // Turbo runs the scripts of the new body.
      for (const dead of document.querySelectorAll('script')) {
        const script = document.createElement('script')
        script.src = dead.src
        dead.replaceWith(script)
      }
    })
    await page.waitForTimeout(300)
    expect(await page.locator('clinic-chat').count()).toBe(1)
    expect(await panel(page).isVisible()).toBe(true)
    expect(await page.locator('blockquote').textContent()).toBe(answer.passages[0].text)
    expect(await page.locator('clinic-chat').getAttribute('class')).toContain('rr-block')
    await ask(page, 'and again')
  })

  it('route changes in place (an SPA) keeps the conversation', async () => {
    const { page } = await stage()
    await ask(page, 'what is a panic attack')
    await page.evaluate(() => {
      history.pushState({}, '', '/elsewhere')
      document.querySelector('main')?.replaceChildren('another view')
    })
    expect(await page.locator('blockquote').count()).toBe(1)
  })

  it('the element removed is rid of it, listeners included, and it stays away', async () => {
    const { page } = await stage({
      before: (page) =>
        page.addInitScript(() => {
          let listening = 0
          const targets = [window, document, visualViewport, MediaQueryList.prototype]
          for (const target of targets) {
            if (!target) continue
            const { addEventListener: add, removeEventListener: remove } = target
            target.addEventListener = function (this: EventTarget, ...given: Parameters<typeof add>) {
              listening++
              const [, , options] = given
              if (typeof options === 'object') options.signal?.addEventListener('abort', () => listening--)
              return add.apply(this, given)
            } as typeof add
            target.removeEventListener = function (this: EventTarget, ...given: Parameters<typeof remove>) {
              listening--
              return remove.apply(this, given)
            } as typeof remove
          }
          Object.assign(window, { listening: () => listening })
        }),
    })
    const listening = () => page.evaluate(() => (window as unknown as { listening: () => number }).listening())
    await page.locator('clinic-chat button').waitFor()
    const before = await listening()
    await ask(page, 'what is a panic attack')
    expect(await listening()).toBeGreaterThan(before)
    await page.evaluate(() => document.querySelector('clinic-chat')?.remove())
    await page.waitForTimeout(300)
    expect(await page.locator('clinic-chat').count()).toBe(0)
    expect(await listening()).toBe(before)
  })

  it('a back/forward cache gets it back as it was', async () => {
    const { page, host } = await stage({ pages: () => ({ '/next': '<!doctype html><title>next</title>' }) })
    await ask(page, 'what is a panic attack')
    await page.goto(`${host}/next`)
    await page.goBack()
    await open(page)
    await page.locator('blockquote').waitFor()
  })

  it('a high header and a cookie banner has the launcher below them, and the opened panel above', async () => {
    const { page } = await stage({
      body: '<div id="banner" style="position:fixed;inset:auto 0 0 0;height:120px;z-index:99999;background:#fff">Cookies?</div>',
    })
    await page.locator('clinic-chat button').waitFor()
    const atTop = () => page.evaluate(() => document.elementFromPoint(innerWidth - 60, innerHeight - 40)?.localName)
    expect(await atTop()).toBe('div')
    await open(page)
    expect(await atTop()).toBe('clinic-chat')
    await page.keyboard.press('Escape')
    expect(await atTop()).toBe('div')
  })

  it('a print job does not show it', async () => {
    const { page } = await stage()
    await open(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('clinic-chat').evaluate((host) => getComputedStyle(host).display)).toBe('none')
  })
})
