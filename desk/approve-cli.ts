// npm run approve -- --role "Medical director": writes down that all a visitor can be shown today has been approved.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { approvedText, changesSince } from '../knowledge/approval.ts'
import { approvalFile } from '../knowledge/schema.ts'
import { contentOrExit, ROOT, sha256, todayAt } from './node-content.ts'

const { values: options } = parseArgs({ options: { role: { type: 'string' }, date: { type: 'string' } } })
const { now, last, sources } = contentOrExit()
const text = approvedText(now)
const written = approvalFile.safeParse({
  role: options.role ?? '',
  date: options.date ?? todayAt(sources.clinic.content.timeZone),
  sha256: sha256(text),
})
if (!written.success) {
  console.error('Say in which role you approve, and on another day than today also when:')
  console.error('npm run approve -- --role "Medical director" --date 2026-11-23')
  process.exit(2)
}
const count = last.kind === 'read' ? changesSince(last.approved, now).length : null
writeFileSync(join(ROOT, 'knowledge/approved.json'), text)
writeFileSync(join(ROOT, 'knowledge/approval.json'), `${JSON.stringify(written.data, null, 2)}\n`)
const { role, date } = written.data
const pieces = `${Object.keys(now).length} pieces${count === null ? '' : `, ${count} of them changed since the last approval`}`
console.log(`approve: by the ${role} on ${date}: ${pieces}. SHA-256 ${written.data.sha256}`)
console.log('approve: publish knowledge/approval.json and knowledge/approved.json together with what they approve.')
