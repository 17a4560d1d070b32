// Static files: the type, how long they may be kept, the encoding, and 304.
import { describe, expect, test } from 'vitest'
import type { Asset } from '../../server/assets.ts'
import { createFindAsset } from '../../server/assets.ts'
import { expectProblem } from './problem-shape.ts'
import { tryApp } from './try-app.ts'

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
const asset = (path: string, type: string, body: string): Asset => ({
  ...{ path, type, body: bytes(body), etag: `W/"${path.length}"`, br: bytes('br'), gzip: bytes('gz') },
})
const findAsset = createFindAsset([
  asset('/widget.js', 'text/javascript; charset=utf-8', 'widget'),
  asset('/chunks/panel-BFbvFZ.js', 'text/javascript; charset=utf-8', 'panel'),
  asset('/1.2.0/widget.js', 'text/javascript; charset=utf-8', 'pinned'),
  asset('/embed/index.html', 'text/html; charset=utf-8', '<h1>embed</h1>'),
])
const { app } = tryApp({ findAsset })
const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

describe('a static file', () => {
  test('may be loaded by any page', async () => {
    const { headers } = await get('/widget.js')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('under a lasting name is kept for less than ten minutes, stale time included', async () => {
    const cached = (await get('/widget.js')).headers.get('cache-control') ?? ''
    const seconds = [...cached.matchAll(/(?:max-age|stale-while-revalidate)=(\d+)/g)].map(([, value]) => Number(value))
    expect(seconds).toHaveLength(2)
    expect(seconds.reduce((sum, value) => sum + value, 0)).toBeLessThan(600)
  })

  test.each(['/chunks/panel-BFbvFZ.js', '/1.2.0/widget.js'])(
    'whose name says its content is kept for ever: %s',
    async (path) => {
      expect((await get(path)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    },
  )

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR;q=0.5', 'br'],
    ['identity', null],
    ['', null],
  ])('comes in the encoding the browser takes: %s → %s', async (accepted, encoding) => {
    const response = await get('/widget.js', { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    expect(await response.text()).toBe(encoding === 'br' ? 'br' : encoding === 'gzip' ? 'gz' : 'widget')
  })

  test('is not sent again to whoever has it', async () => {
    const etag = (await get('/widget.js')).headers.get('etag') ?? ''
    const again = await get('/widget.js', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    expect(again.headers.get('cache-control')).toContain('max-age=300')
    expect((await get('/widget.js', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('answers HEAD without a body and refuses other methods', async () => {
    const head = await app.request('/widget.js', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    await expectProblem(await app.request('/widget.js', { method: 'POST' }), 405, 'method-not-allowed')
  })

  test('of a folder is found with a slash, and without one is pointed to it', async () => {
    const page = await get('/embed/')
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'")
    const pointer = await get('/embed')
    expect([pointer.status, pointer.headers.get('location')]).toEqual([308, '/embed/'])
  })

  test.each(['/../package.json', '/%2e%2e/package.json', '/chunks/', '/chunks/panel-BFbvFZ.js/', '//widget.js'])(
    'is nothing but what was read at the start: %s',
    async (path) => {
      await expectProblem(await get(path), 404, 'not-found')
    },
  )

  test('that is missing is missed with the handoff, readable from the page that misses it', async () => {
    const response = await get('/chunks/panel-gone00.js')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    await expectProblem(response, 404, 'not-found')
  })
})
