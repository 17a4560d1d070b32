// The rules that travel to the browser: fewer than the server's, and the same cards.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { SafetyData } from '../../knowledge/safety.ts'
import { cardsOnly } from '../../knowledge/safety.ts'
import type { Triage } from '../../server/answer/triage/triage.ts'
import { createTriage } from '../../server/answer/triage/triage.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const safety = JSON.parse(read('knowledge/safety.json')) as SafetyData // our own builder's file
const own = parse(read('tests/questions/safety-own.yaml')) as Readonly<Record<string, readonly string[]>> // our own, too
const dev = read('tests/questions/safety-dev.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { q: string }).q)
const messages = [...Object.values(own).flat(), ...dev]

/** What a card is made from; all other outcomes are one, for the browser leaves them to the server. */
const card = ({ why, ...found }: Triage) => (found.kind === 'crisis' || found.kind === 'emergency' ? found : null)

describe('the rules in the browser', () => {
  const inBrowser = createTriage(cardsOnly(safety))
  const onServer = createTriage(safety)

  test('find the cards that the server’s frames find, and no others', () => {
    expect(messages.length).toBeGreaterThan(500)
    const differ = messages.filter(
      (message) => JSON.stringify(card(inBrowser(message))) !== JSON.stringify(card(onServer(message))),
    )
    expect(differ).toEqual([])
  })

  test('hold nothing about persons, contact or topics', () => {
    const kinds = new Set(cardsOnly(safety).frames.map(({ kind }) => kind))
    expect([...kinds].filter((kind) => ['personal', 'clinic', 'topic'].includes(kind))).toEqual([])
  })
})
