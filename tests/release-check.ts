// npm run release-check: everything that must be done before real visitors come, at once. Fails while there is any.
import { readContent } from '../desk/node-content.ts'
import { approvalFindings } from './approval-findings.ts'
import { releaseFindings } from './release-findings.ts'
import { uncommittedFindings } from './uncommitted-findings.ts'

const read = readContent()
const inKnowledge = read.content
  ? [
      ...releaseFindings(read.content.sources, new Date().toISOString().slice(0, 10)),
      ...approvalFindings(read.content.last, read.content.now),
    ]
  : read.errors
const found = [
  ...inKnowledge.map(({ file, line, what, instead }) => `knowledge/${file}:${line} ${what}; ${instead}`),
  ...uncommittedFindings().map(({ path, what, instead }) => `${path}:1 ${what}; ${instead}`),
]
for (const line of found) console.error(line)
if (found.length > 0) {
  console.error(`release-check: ${found.length} ${found.length === 1 ? 'thing' : 'things'} to do before going live.`)
  process.exitCode = 1
} else console.log('release-check: nothing left to do here. README.md lists what only people can check.')
