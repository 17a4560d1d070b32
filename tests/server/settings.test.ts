// The Node server's settings: defaults, faults said all at once, and names written almost right.
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../server/settings.ts'

describe('settings', () => {
  test('have defaults that reach nobody but this machine', () => {
    expect(readSettings({ PATH: '/bin', HOME: '/root' })).toEqual({
      ok: true,
      settings: {
        port: 8787,
        host: '127.0.0.1',
        askRateLimit: 30,
        allowedOrigins: null,
        trustedProxies: 0,
        publicOrigin: null,
        logsRequests: true,
        metricsToken: null,
      },
    })
  })

  test('are read from the environment', () => {
    const read = readSettings({
      PORT: '0',
      HOST: '::',
      ASK_RATE_LIMIT: '0',
      ALLOWED_ORIGINS: 'https://a.example, https://*.b.example',
      TRUSTED_PROXIES: '1',
      PUBLIC_ORIGIN: 'https://chat.example',
      LOG_REQUESTS: '0',
      METRICS_TOKEN: 'sixteen-letters!',
    })
    expect(read).toMatchObject({
      settings: {
        port: 0,
        host: '::',
        askRateLimit: 0,
        allowedOrigins: ['https://a.example', 'https://*.b.example'],
        trustedProxies: 1,
        publicOrigin: 'https://chat.example',
        logsRequests: false,
        metricsToken: 'sixteen-letters!',
      },
    })
  })

  test('say every fault at once, with the value and what to write, but never a token', () => {
    const read = readSettings({
      PORT: 'http',
      ASK_RATE_LIMIT: '-1',
      PUBLIC_ORIGIN: 'chat.example/',
      METRICS_TOKEN: 'short',
    })
    expect(read).toEqual({
      ok: false,
      faults: [
        'PORT="http" is not a whole number from 0 to 65535',
        'ASK_RATE_LIMIT="-1" is not a whole number from 0 to 1000000',
        'PUBLIC_ORIGIN="chat.example/" is not an origin: write it like "https://chat.clinic.example"',
        'METRICS_TOKEN has fewer than 16 characters: it could be guessed',
      ],
    })
  })

  test.each([
    ['ALLOWED_ORIGIN', 'ALLOWED_ORIGINS'],
    ['ASK_RATELIMIT', 'ASK_RATE_LIMIT'],
    ['ASK_RATE_LIMITS', 'ASK_RATE_LIMIT'],
    ['TRUST_PROXIES', 'TRUSTED_PROXIES'],
    ['LOG_REQUEST', 'LOG_REQUESTS'],
  ])('are not ignored when misspelled: %s', (given, meant) => {
    expect(readSettings({ [given]: '1' })).toEqual({
      ok: false,
      faults: [`${given} is no setting of this server: did you mean ${meant}?`],
    })
  })

  test('leave other programs’ variables alone', () => {
    const others = ['LOG_LEVEL', 'PUBLIC_URL', 'HOSTNAME', 'PORTS', 'NODE_ENV', 'npm_config_registry', 'ORIGIN', 'POST']
    expect(readSettings(Object.fromEntries(others.map((name) => [name, 'x']))).ok).toBe(true)
  })
})
