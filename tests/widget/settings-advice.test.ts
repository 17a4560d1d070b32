import { beforeAll, describe, expect, it } from 'vitest'
import { adviceOn } from '../../widget/settings-advice.ts'

const given = (values: Readonly<Record<string, string>>) => adviceOn((name) => values[name] ?? null, values)

beforeAll(() => {
  // The one thing of a browser it asks.
  Object.assign(globalThis, { CSS: { supports: (_: string, value: string) => !value.includes('!') } })
})

describe('adviceOn', () => {
  it('says nothing of values that fit', () => {
    expect(
      given({ side: 'left', theme: 'dark', lang: 'es-MX', phone: '(561) 555-0100', notice: 'Closed Thursday' }),
    ).toEqual([])
  })

  it('quotes a value that does not fit and says what to write instead', () => {
    expect(given({ side: 'lefft' })).toEqual(['[clinic-chat] side="lefft" does not fit. Write left or right.'])
    expect(given({ phone: 'call us' })).toEqual([
      '[clinic-chat] phone="call us" does not fit. Write a number such as (561) 555-0100.',
    ])
    expect(given({ notice: 'x'.repeat(121) })[0]).toContain('at most 120 characters')
  })

  it('names the settings when one is unknown', () => {
    expect(given({ colour: 'red' })[0]).toMatch(
      /^\[clinic-chat\] "colour" is not a setting\. The settings are api, color,/,
    )
  })
})
