// npm run ask -- "question": the reply, and why. With --watch, again each time a file changes.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createAssistant } from './answer/answer.ts'

const SHOWN = 5
const NOT_ASKED = { words: [], corrections: [], candidates: [], decision: null }
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { watch: { type: 'boolean', default: false } },
})
const question = positionals.join(' ').trim()
if (!question) {
  console.error('Write the question behind the command: npm run ask -- "wats a panick atack"')
  process.exit(2)
}
if (options.watch) {
  const { watchAndAsk } = await import('./ask-watch-cli.ts')
  await watchAndAsk(question) // until the command is ended
}
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const assistant = createAssistant(
  read('../knowledge/answers.json'),
  read('../knowledge/safety.json'),
  read('./model.json'),
)
const { reply, triage, understanding } = assistant.explain({ question }, new Date())
const { words, corrections, candidates, decision } = understanding ?? NOT_ASKED

console.log(JSON.stringify(reply, null, 2))
console.log('\nwhy')
console.log(`  triage      ${triage.kind} ${triage.why.join(', ')}`)
console.log(`  query       ${words.join(' ')}`)
console.log(`  corrections ${corrections.map(({ from, to }) => `${from} → ${to}`).join(', ') || 'none'}`)
for (const {
  class: { kind, id },
  confidence,
} of candidates.slice(0, SHOWN)) {
  console.log(`  candidate   ${confidence.toFixed(3)} ${kind} ${id}`)
}
console.log(`  decided     ${decision?.kind ?? 'by triage'}`)
