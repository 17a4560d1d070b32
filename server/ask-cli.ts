// npm run ask -- "question": the reply, and why.
//
//   npm run ask -- "wats a panick atack"
//   npm run ask -- --watch "is it safe"                        again each time a file changes
//   npm run ask -- --before "what is ketamine" "is it safe"     after that question, as the widget asks; also twice
//   npm run ask -- --at 2365c1378aa3 "is it safe"               as that version answered: the panel and /healthz tell it
//   npm run ask -- --at 2365c1378aa3 --on 2026-11-23T15:00:00Z --locale es "is it safe"    to the letter, hours included
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ExplainingAssistant } from './answer/answer.ts'
import { createAssistant } from './answer/answer.ts'
import { assistantAt } from './node-revisions.ts'

const SHOWN = 5
const NOT_ASKED = { words: [], corrections: [], candidates: [], decision: null }
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: 'string' },
    watch: { type: 'boolean', default: false },
    on: { type: 'string' },
    locale: { type: 'string' },
    before: { type: 'string', multiple: true, default: [] },
  },
})
const question = positionals.join(' ').trim()
if (!question) stop('Write the question behind the command: npm run ask -- "wats a panick atack"')
if (options.watch) {
  const { watchAndAsk } = await import('./ask-watch-cli.ts')
  await watchAndAsk(question) // until the command is ended
}
const now = options.on ? new Date(options.on) : new Date()
if (Number.isNaN(now.getTime())) stop(`--on ${options.on} is no time: write it like 2026-11-23T15:00:00Z`)
const locale = options.locale === 'en' || options.locale === 'es' ? options.locale : undefined
if (options.locale && !locale) stop(`--locale ${options.locale}: write en or es`)

const assistant = options.at === undefined ? here().assistant : await revived(options.at)
const { reply, triage, understanding } = assistant.explain({ question, locale, history: options.before }, now)
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

function here(): { readonly assistant: ExplainingAssistant; readonly version: string } {
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
  const knowledge = read('../knowledge/answers.json')
  const assistant = createAssistant(knowledge, read('../knowledge/safety.json'), read('./model.json'))
  return { assistant, version: knowledge.version }
}

async function revived(which: string): Promise<ExplainingAssistant> {
  const present = here()
  if (present.version === which) return present.assistant
  try {
    const { assistant, hasOtherPackages, name } = await assistantAt(which)
    const remark = hasOtherPackages
      ? '; package-lock.json was another, for the very packages check that commit out'
      : ''
    console.error(`as of ${name}${remark}`)
    return assistant
  } catch (thrown) {
    return stop(`--at ${which}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

function stop(why: string): never {
  console.error(why)
  process.exit(2)
}
