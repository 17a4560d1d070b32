// npm run review: writes the sign-off book, review.html, for whoever owns what the assistant says to read, print and sign.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { changesSince } from '../knowledge/approval.ts'
import { renderBook } from './book.ts'
import { factsAt } from './facts-today.ts'
import { contentOrExit, ROOT, todayAt } from './node-content.ts'

const { values: options } = parseArgs({ options: { to: { type: 'string', default: join(ROOT, 'review.html') } } })
const content = contentOrExit()
const { knowledge, last, now, pieces } = content
const book = renderBook({
  ...content,
  today: todayAt(knowledge.clinic.timeZone),
  factsToday: factsAt(new Date(), knowledge),
  css: readFileSync(join(import.meta.dirname, 'book.css'), 'utf8'),
})
const file = resolve(options.to)
writeFileSync(file, book)
const changed =
  last.kind === 'read'
    ? `${changesSince(last.approved, now).length} changed since ${last.approval.date}`
    : 'none approved yet'
console.log(`review: ${pieces.length} pieces, ${changed}: ${file}. Open it in a browser, and print it from there.`)
