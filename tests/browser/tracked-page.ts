// A page of a clinic that is watched the way such pages are: analytics, a tag manager, a pixel, and a session recorder.
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TrackedPage {
  readonly url: string
  /** Everything the page's scripts have sent home: addresses and bodies. */
  readonly collected: string[]
  close(): Promise<void>
}

/** On `window` of the tracked page. */
export interface Watch {
  /** Google's list: what every script of the page pushes, and what is later sent. */
  readonly dataLayer: unknown[]
  /** Events of the session recorder. */
  readonly recorded: unknown[]
  /** Types of all events that reached the window, with whatever the page could read from them. */
  readonly heard: string[]
}

const RECORDER = readFileSync(new URL('../../node_modules/rrweb/dist/rrweb.umd.min.cjs', import.meta.url), 'utf8')

/** @param widget the tag to put on the page. */
export const startTrackedPage = async (widget: string): Promise<TrackedPage> => {
  const collected: string[] = []
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clinic</title>
    <script src="/recorder.js"></script><script>(${watchThePage})()</script></head>
    <body><h1>Understanding anxiety</h1><form><input name="email"></form>${widget}</body></html>`
  const server = createServer(async (request, response) => {
    if (request.url === '/recorder.js') return response.setHeader('content-type', 'text/javascript').end(RECORDER)
    if (request.url?.startsWith('/collect')) {
      collected.push(`${request.url} ${await bodyOf(request)}`)
      return response.writeHead(204).end()
    }
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, collected, close }
}

const bodyOf = async (request: IncomingMessage) => {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

/** Runs in the page, before the widget. Listens where such scripts listen, and reads what they read. */
function watchThePage() {
  const dataLayer: unknown[] = []
  const recorded: unknown[] = []
  const heard: string[] = []
  Object.assign(window, { dataLayer, recorded, heard })
  const beacon = navigator.sendBeacon.bind(navigator)
  const home = (what: unknown) => beacon('/collect', JSON.stringify(what))

  // What an element says of itself: name, words, value, and the markup around it.
  const features = (node: EventTarget | null) =>
    node instanceof Element
      ? {
          ...{ tag: node.tagName, id: node.id, classes: node.className, html: node.outerHTML.slice(0, 5000) },
          ...{ text: node.textContent, value: (node as HTMLInputElement).value },
          href: node.closest('a')?.href,
          fields: [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
        }
      : String(node)
  const pushed = (event: string, node: EventTarget | null, more = {}) => {
    const entry = { event, url: location.href, title: document.title, ...more, ...(features(node) as object) }
    dataLayer.push(entry)
    home(entry)
  }

  // Analytics, tag manager, pixel: in the capture phase, ahead of anybody who stops an event.
  for (const type of [
    'click',
    'submit',
    'change',
    'input',
    'focusin',
    'focusout',
    'copy',
    'visibilitychange',
    'beforeunload',
    'pagehide',
  ])
    addEventListener(type, ({ target }) => pushed(`gtm.${type}`, target), true)
  for (const type of ['open', 'ask', 'reply', 'call', 'close'])
    addEventListener(`clinic-chat:${type}`, (event) => {
      const { detail } = event as CustomEvent
      heard.push(
        `${event.type} ${JSON.stringify(detail)} ${event
          .composedPath()
          .map((node) => (node as Element).localName ?? '')
          .join('<')}`,
      )
      pushed(event.type, event.target, { detail })
    })
  const dispatch = EventTarget.prototype.dispatchEvent
  EventTarget.prototype.dispatchEvent = function (event) {
    heard.push(`dispatched ${event.type} ${JSON.stringify((event as CustomEvent).detail)}`)
    return dispatch.call(this, event)
  }

  // Whatever changes on the page, as "element became visible" triggers and A/B tools see it.
  new MutationObserver((changes) => {
    for (const { target, addedNodes, attributeName } of changes)
      pushed('mutation', target, { attributeName, added: [...addedNodes].map(features) })
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

  // Performance monitors: which request, how, with what outcome.
  const { fetch } = window
  window.fetch = async (...request) => {
    const response = await fetch(...request)
    dataLayer.push({ event: 'fetch', url: response.url, method: request[1]?.method, status: response.status })
    return response
  }
  const { open } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (...request: unknown[]) {
    dataLayer.push({ event: 'xhr', request })
    return open.apply(this, request as Parameters<typeof open>)
  }
  navigator.sendBeacon = (url, body) => {
    dataLayer.push({ event: 'beacon', url: String(url), body: String(body) })
    return beacon(url, body)
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name].bind(history)
    history[name] = (...state) => {
      dataLayer.push({ event: name, state })
      change(...state)
    }
  }
  const { rrweb } = window as unknown as { rrweb: { record(options: object): void } }
  rrweb.record({ emit: (event: unknown) => recorded.push(event), recordCanvas: true, inlineStylesheet: true })
}
