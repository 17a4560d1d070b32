// Words that every JavaScript object answers to are words like any other: none of them may be looked up as a property.
import { expect, test } from 'vitest'
import { assistant } from './real-assistant.ts'

const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name']
/** As typed, in lower case as normalising makes it, misspelt, and next to what triage repairs. */
const texts = NAMES.flatMap((name) => [name, name.toLowerCase(), `${name}z`, `what is a ${name}`, `i want a ${name}s`])

test.each(['en', 'es'] as const)('get a reply (%s)', (locale) => {
  for (const text of texts) {
    const reply = assistant.answer({ question: text, history: [text], locale }, new Date('2026-11-23T17:00:00Z'))
    expect(reply.handoff.phone.href).toMatch(/^tel:/)
  }
})
