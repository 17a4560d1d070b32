// The files for whoever runs the server: every setting in them is one the server knows, and none of them runs it as root.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NODE_FLAGS } from '../../server/node-flags.ts'
import { HEADERS_TIMEOUT_S, REQUEST_TIMEOUT_S } from '../../server/node-server.ts'
import { readSettings } from '../../server/settings.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const unit = read('server/deploy/clinic-chat.service')
const image = read('Dockerfile')
const settingsIn = (line: string) =>
  Object.fromEntries([...line.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]))

describe('the systemd unit', () => {
  test('starts the built server with settings it knows, as a user that owns nothing', () => {
    const [, environment = ''] = /^Environment=(.+)$/m.exec(unit) ?? []
    const settings = readSettings(settingsIn(environment))
    expect(settings).toMatchObject({ ok: true, settings: { host: '127.0.0.1', port: 8787, trustedProxies: 1 } })
    expect(unit).toMatch(/^ExecStart=\S+node .*\/server\.js$/m)
    for (const line of ['DynamicUser=yes', 'ProtectSystem=strict', 'NoNewPrivileges=yes']) expect(unit).toContain(line)
  })

  test('waits for what the server still has to finish', () => {
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(10)
  })
})

describe('the image', () => {
  test('runs the built server with settings it knows, not as root', () => {
    const [, last = ''] = image.split(/^FROM .* AS build$/m)
    const served = last.slice(last.indexOf('FROM '))
    const settings = readSettings(settingsIn(/^ENV (.+)$/m.exec(served)?.[1] ?? ''))
    expect(settings).toMatchObject({ ok: true, settings: { host: '0.0.0.0', port: 8787 } })
    expect(served).toMatch(/^USER (?!root)\w+$/m)
    expect(served).toMatch(/^CMD \["node", .*"server\.js"\]$/m)
  })
})

test('every way to start the server gives Node the same flags', () => {
  const { start } = JSON.parse(read('package.json')).scripts
  for (const way of [start, unit]) expect(way).toContain(`node ${NODE_FLAGS.join(' ')} `)
  expect(image).toContain(NODE_FLAGS.map((flag) => `"${flag}"`).join(', '))
})

describe('the proxies', () => {
  test('let the server refuse what is too large, and wait longer than it lets a request take', () => {
    const nginx = read('server/deploy/nginx.conf')
    expect(nginx).toContain('client_max_body_size 1m;')
    expect(Number(/proxy_read_timeout (\d+)s/.exec(nginx)?.[1])).toBeGreaterThan(
      Math.max(HEADERS_TIMEOUT_S, REQUEST_TIMEOUT_S),
    )
  })

  test('write down nobody’s address and pass on no claim about one', () => {
    const nginx = read('server/deploy/nginx.conf')
    expect(nginx).toContain('access_log off;')
    expect(nginx).toContain('X-Forwarded-For $remote_addr;')
    expect(read('server/deploy/Caddyfile')).not.toMatch(/^\s*log\b/m)
  })
})
