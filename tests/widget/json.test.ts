import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson, writeJson } from '../../widget/json.ts'

describe('writeJson', () => {
  it('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(writeJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('leaves out members that are undefined', () => {
    expect(writeJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })
})

describe('readJson', () => {
  it('empties links that would run script', () => {
    expect(readJson('{"href":"javascript:alert(1)","url":" data:text/html,x","text":"javascript:"}')).toEqual({
      href: '',
      url: '',
      text: 'javascript:',
    })
  })

  it('keeps links to dial, to write and to read', () => {
    const links = ['tel:988', 'sms:988', 'https://clinic.example/', 'mailto:a@clinic.example'].map((href) => ({ href }))
    expect(readJson(JSON.stringify(links))).toEqual(links)
  })

  it('takes anything that is not JSON for nothing', () => {
    expect(readJson('<!doctype html>')).toBeUndefined()
  })
})
