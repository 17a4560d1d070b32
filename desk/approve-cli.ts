// npm run approve -- --role "Medical director": writes down that all a visitor can be shown today has been approved.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { approvedText, changesSince } from '../knowledge/approval.ts'
import { approvalFile } from '../knowledge/schema.ts'
import { contentOrExit, ROOT, todayAt } from './node-content.ts'

const { values: options } = parseArgs({
  options: {
    role: { type: 'string', default: '' },
    /** ISO date; today where the clinic is. */
    date: { type: 'string' },
    /** The first digits of the fingerprint in the book that was read: nothing may have changed since it was printed. */
    book: { type: 'string', default: '' },
  },
})
const { fingerprint, now, last, sources } = contentOrExit()
const { role, book, date = todayAt(sources.clinic.content.timeZone) } = options
const written = approvalFile.safeParse({ role, date, sha256: fingerprint })
if (!written.success) {
  console.error('Say in which role you approve and, when it was not today, on which day:')
  console.error('npm run approve -- --role "Medical director" --date 2026-11-23')
  process.exit(2)
}
if (!fingerprint.startsWith(book)) {
  console.error(`The words have changed since the book ${book} was printed: they are ${fingerprint} now.`)
  console.error('Nothing was approved. Read the book of `npm run review` as it is now.')
  process.exit(1)
}
const changed = last.kind === 'read' ? changesSince(last.approved, now).length : null
writeFileSync(join(ROOT, 'knowledge/approved.json'), approvedText(now))
writeFileSync(join(ROOT, 'knowledge/approval.json'), `${JSON.stringify(written.data, null, 2)}\n`)
const pieces = `${Object.keys(now).length} pieces${changed === null ? '' : `, ${changed} of them changed since the last approval`}`
console.log(`approve: by the ${written.data.role} on ${date}: ${pieces}. SHA-256 ${fingerprint}`)
console.log('approve: publish knowledge/approval.json and knowledge/approved.json together with what they approve.')
