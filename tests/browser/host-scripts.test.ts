// The page's scripts and the widget's leave each other alone.
import { describe, expect, it } from 'vitest'
import { useStage } from './stage.ts'
import { ask, composer, open } from './visit.ts'

const stage = useStage()

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
