// On pages of every make, and however the tag gets there, there is one widget and it works.
import { describe, expect, it } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import { hostPage } from './host-pages.ts'
import { useStage } from './stage.ts'
import { ask, open, panel } from './visit.ts'

const stage = useStage()

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
