// One load of one page, measured: bytes, requests, when the launcher is seen, script time, blocking time, heap, shift.
import type { Browser } from 'playwright-core'

export interface Run {
  /** Brotli bytes and number of requests beside the page itself. */
  readonly bytes: number
  readonly requests: number
  /** From navigation to the first frame in which something new is seen, in ms; NaN when nothing is. */
  readonly visibleMs: number
  readonly scriptMs: number
  /** Total blocking time: what long tasks take beyond 50 ms each. */
  readonly blockingMs: number
  /** JS heap after a collection, in bytes. */
  readonly heap: number
  readonly layoutShift: number
}

export type Profile = 'desktop' | 'mobile'

/** A middling phone on a middling network: 4× slower, 1.6 Mbit/s, 150 ms there and back. */
const MOBILE = { cpu: 4, bytesPerSecond: (1.6 * 1024 * 1024) / 8, latencyMs: 150 }

/** What contestants leave to load after the page's own load event. */
const SETTLE_MS = { desktop: 700, mobile: 2500 }

export const measure = async (browser: Browser, url: string, profile: Profile): Promise<Run> => {
  const mobile = profile === 'mobile'
  const context = await browser.newContext({
    viewport: mobile ? { width: 390, height: 800 } : { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  if (mobile) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: MOBILE.cpu })
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: MOBILE.latencyMs,
      downloadThroughput: MOBILE.bytesPerSecond,
      uploadThroughput: MOBILE.bytesPerSecond,
    })
  }
  let bytes = 0
  let requests = -1
  const pageRequest = new Set<string>()
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    requests++
    if (type === 'Document') pageRequest.add(requestId)
  })
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (!pageRequest.has(requestId)) bytes += encodedDataLength
  })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE_MS[profile])
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  const seen = await page.evaluate(() => (window as unknown as { watched: () => Watched }).watched())
  await context.close()
  return { bytes, requests, scriptMs: metric('ScriptDuration') * 1000, heap: metric('JSHeapUsedSize'), ...seen }
}

type Watched = Pick<Run, 'visibleMs' | 'blockingMs' | 'layoutShift'>

/** Runs in the page before anything else. */
const watch = () => {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' })
  }
  let blockingMs = 0
  let layoutShift = 0
  let visibleMs = Number.NaN
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blockingMs += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) layoutShift += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })

  const isSeen = (element: Element): boolean => {
    const { width, height, bottom, right } = element.getBoundingClientRect()
    if (width >= 16 && height >= 16 && bottom > 0 && right > 0 && element.checkVisibility({ opacityProperty: true })) {
      const holds =
        element.matches('button, a, input, textarea, svg, img') ||
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (holds) return true
    }
    return [...element.children, ...(element.shadowRoot?.children ?? [])].some(isSeen)
  }
  const look = () => {
    const added = [...(document.body?.children ?? [])].filter(
      (element) => !element.matches('main, script, link, style'),
    )
    if (added.some(isSeen)) visibleMs = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  Object.assign(window, { watched: () => ({ visibleMs, blockingMs, layoutShift }) })
}
