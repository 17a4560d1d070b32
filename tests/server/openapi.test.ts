// The interface described to programs: a complete document, generated from what validates.
import { describe, expect, test } from 'vitest'
import { tryApp } from './try-app.ts'

interface Json {
  readonly [key: string]: Json
}

const documentOf = async (): Promise<Json> => (await tryApp().app.request('http://chat.example/openapi.json')).json()

describe('/openapi.json', () => {
  test('is OpenAPI 3.1 for this very server', async () => {
    const document = await documentOf()
    expect(document.openapi).toBe('3.1.1')
    expect(document.servers).toEqual([{ url: 'http://chat.example' }])
    expect(Object.keys(document.paths ?? {})).toEqual(['/api/ask', '/api/suggestions', '/healthz', '/openapi.json'])
  })

  test('describes every kind of reply and refers to nothing that is not there', async () => {
    const document = await documentOf()
    const text = JSON.stringify(document)
    const kinds = ['answer', 'clarify', 'clinic', 'decline', 'smalltalk', 'crisis', 'emergency']
    for (const kind of kinds) expect(text).toContain(`"const":"${kind}"`)
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      const found = reference
        .split('/')
        .slice(1)
        .reduce<Json | undefined>((part, key) => part?.[key], document)
      expect(found, reference).toBeDefined()
    }
  })

  test('promises a handoff in every reply and every problem', async () => {
    const schemas = (await documentOf()).components?.schemas ?? {}
    const named = Object.entries(schemas).filter(([name]) => name.endsWith('Reply') || name === 'Problem')
    expect(named).toHaveLength(9)
    for (const [name, schema] of named) if (name !== 'Reply') expect(schema.required, name).toContain('handoff')
  })

  test('names every status that a question can get', async () => {
    const responses = (await documentOf()).paths?.['/api/ask']?.post?.responses ?? {}
    expect(Object.keys(responses)).toEqual(['200', '400', '403', '413', '415', '422', '429', '500'])
  })
})
