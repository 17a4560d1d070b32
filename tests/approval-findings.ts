// What the release check finds about the approval: none, one that was edited, or each thing that has changed since. Pure.
import { differingPart } from '../desk/difference.ts'
import type { Approved, Read } from '../knowledge/approval.ts'
import { approvedText, changesSince } from '../knowledge/approval.ts'
import type { Finding } from '../knowledge/sources.ts'

type Found = Omit<Finding, 'severity'>

const HOW = 'read it in the book of `npm run review`, then `npm run approve -- --role "…"`'

export function approvalFindings(last: Read, now: Approved): readonly Found[] {
  if (last.kind === 'none')
    return [{ file: 'approval.json', line: 1, what: 'nobody has approved what visitors are shown', instead: HOW }]
  if (last.kind === 'broken')
    return [{ file: last.file, line: 1, what: `knowledge/${last.file} ${last.what}`, instead: HOW }]
  const { role, date } = last.approval
  const lines = approvedText(last.approved).split('\n')
  return changesSince(last.approved, now).flatMap(({ id, what, fields }) => {
    const place = { file: 'approved.json', line: lines.indexOf(`  ${JSON.stringify(id)}: {`) + 1 || 1 }
    if (what !== 'changed') {
      const said = what === 'new' ? 'is new' : 'is gone'
      return { ...place, what: `${id} ${said} since the ${role} approved on ${date}`, instead: HOW }
    }
    return fields.map(({ name, before, after }) => {
      const { before: then, after: today } = differingPart(before ?? '', after ?? '')
      return {
        ...place,
        what: `${id} has changed since the ${role} approved on ${date}: ${name}, “${around(then)}” → “${around(today)}”`,
        instead: HOW,
      }
    })
  })
}

/** Enough of what stands around it to find it. */
function around([lead, differing, rest]: readonly [string, string, string]): string {
  const near = lead.split(' ').slice(-5).join(' ')
  const far = rest.split(' ').slice(0, 5).join(' ')
  return `${near === lead ? '' : '… '}${near}${differing}${far}${far === rest ? '' : ' …'}`.replaceAll('\n', ' ')
}
