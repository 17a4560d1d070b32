// Which changes make another version of what answers.
import { expect, test } from 'vitest'
import { isPartOfVersion, versionText } from '../../knowledge/version.ts'

test('the version is of what is authored and of the answering core, not of approvals or of what is around', () => {
  const counted = [
    'knowledge/gaps/cost.yaml',
    'knowledge/clinic.json',
    'knowledge/assemble.ts',
    'server/answer/rank.ts',
  ]
  const others = ['knowledge/approval.json', 'knowledge/approved.json', 'server/app.ts', 'README.md', 'widget/copy.ts']
  expect([...counted, ...others].filter(isPartOfVersion)).toEqual(counted)
})

test('is the same for the same files, whatever order they come in', () => {
  const files = [
    ['knowledge/b.yaml', '2'],
    ['knowledge/a.yaml', '1'],
    ['README.md', '3'],
  ] as const
  expect(versionText(new Map(files))).toBe('knowledge/a.yaml 1\nknowledge/b.yaml 2\n')
  expect(versionText(new Map(files.toReversed()))).toBe(versionText(new Map(files)))
})
