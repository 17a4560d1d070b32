// What a signature covers: all that a visitor can be shown, the same for the same words, and each change by its name.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { approvable, approvedText, changesSince, readApproval, withoutPanel } from '../../knowledge/approval.ts'
import { assemble } from '../../knowledge/assemble.ts'
import { visibleContent } from '../../knowledge/visible.ts'
import type { Change } from './small-clinic.ts'
import { parsed, smallClinic } from './small-clinic.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const piecesWith = (...changes: readonly Change[]) => {
  const sources = parsed(smallClinic(...changes))
  return visibleContent(assemble(sources, new Map()), sources)
}
const approvableWith = (...changes: readonly Change[]) => approvable(piecesWith(...changes))
const hashWith = (...changes: readonly Change[]) => sha256(approvedText(approvableWith(...changes)))
const changesWith = (...changes: readonly Change[]) => changesSince(approvableWith(), approvableWith(...changes))

describe('the visible content', () => {
  test('has every entry, gap, courtesy, card, resource and fixed sentence, and what is not quoted', () => {
    expect(piecesWith().map(({ id }) => id)).toEqual([
      'article/sleep',
      'entry/what-is-a-nap',
      'entry/what-is-sleep',
      'entry/dreams',
      'gap/cost',
      'smalltalk/greeting',
      'suggestions/first',
      'clinic/facts',
      'clinic/disclosure',
      ...['crisis-self', 'crisis-other', 'emergency-medical', 'emergency-violence', 'emergency-harm-to-others'].map(
        (id) => `card/${id}`,
      ),
      'resource/lifeline',
      'copy/handoff-open',
      'withheld/never quoted: Contact us today',
      'withheld/quoted only for certain questions: Dreams occur',
      'withheld/not quoted yet: Research on naps',
      'withheld/not quoted yet: Their meaning',
    ])
  })

  test('has a claim with the reservation that is shown beside it', () => {
    const fields = piecesWith().find(({ id }) => id === 'entry/what-is-a-nap')?.fields ?? []
    expect(fields.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Question: What is a nap?',
      'Question: ¿Qué es una siesta?',
      'Says: A nap is a short sleep during the day.\nNaps restore attention within minutes.',
      'Shown beside it: the article’s reservation, the clinic’s disclosure',
      'Reservation: Research on naps is still going on.',
      'Disclosure: The clinic has none.',
      'Offers next: What is sleep?',
    ])
  })

  test('names each piece once, and each of its fields', () => {
    const pieces = piecesWith()
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length)
    for (const { id, fields } of pieces)
      expect(new Set(fields.map(({ name, lang }) => `${name} ${lang}`)).size, id).toBe(fields.length)
  })
})

describe('the hash of what is approved', () => {
  test.each<[what: string, change: Change]>([
    ['a phrasing', ['entries/naps.yaml', 'forty winks', 'a wee kip']],
    ['a comment', ['policy.yaml', 'never:', '# A remark.\nnever:']],
    ['a reviewed sentence', ['copy/es.yaml', 'needsReview: true', 'needsReview: false']],
    ['a number that has been checked', ['safety/resources.yaml', 'lastVerified: null', 'lastVerified: 2026-11-01']],
    ['the site that may ask', ['clinic.json', '"name"', '"allowedOrigins": ["https://clinic.example"], "name"']],
  ])('stays with %s', (_, change) => {
    expect(hashWith(change)).toBe(hashWith())
  })

  test('stays when entries stand in another order', () => {
    const turned = [...piecesWith()].reverse()
    expect(sha256(approvedText(approvable(turned)))).toBe(hashWith())
  })

  test.each<[what: string, change: Change, id: string]>([
    ['a question', ['entries/naps.yaml', 'What is a nap?', 'What are naps?'], 'entry/what-is-a-nap'],
    ['a gap’s message', ['gaps/cost.yaml', 'does not say', 'says nothing of'], 'gap/cost'],
    ['a fixed sentence', ['copy/es.yaml', 'Llame al', 'Marque el'], 'copy/handoff-open'],
    ['the phone', ['clinic.json', '+15615550100', '+15616550142'], 'clinic/facts'],
    ['a resource', ['safety/resources.yaml', 'tel:988', 'tel:911'], 'resource/lifeline'],
    ['a courtesy', ['smalltalk.yaml', 'Hello.', 'Hi.'], 'smalltalk/greeting'],
    ['what is offered first', ['suggestions.yaml', 'what-is-sleep', 'dreams'], 'suggestions/first'],
    ['a reason', ['policy.yaml', 'A sales promise.', 'Sales.'], 'withheld/never quoted: Contact us today'],
    ['a notice', ['policy.yaml', 'notice: not-a-full-list', 'notice: crisis-line'], 'entry/dreams'],
    ['the article’s address', ['articles/sleep.md', 'clinic.example/sleep', 'clinic.example/rest'], 'article/sleep'],
  ])('changes with %s, and the change is named', (_, change, id) => {
    expect(hashWith(change)).not.toBe(hashWith())
    expect(changesWith(change).map((one) => one.id)).toEqual([id])
  })
})

describe('what changed', () => {
  test('comes as before → after', () => {
    expect(changesWith(['gaps/cost.yaml', 'Our article does not say', 'Our article is silent on'])).toEqual([
      {
        id: 'gap/cost',
        what: 'changed',
        fields: [
          {
            name: 'Message (en)',
            before: 'Our article does not say what a nap costs.',
            after: 'Our article is silent on what a nap costs.',
          },
        ],
      },
    ])
  })

  test('names what is new and what is gone', () => {
    const [before, after] = [approvableWith(), approvableWith(['clinic.json', '"phone"', '"phone"'])]
    const { 'gap/cost': gap, ...without } = before
    expect(changesSince(without, after)).toMatchObject([{ id: 'gap/cost', what: 'new' }])
    expect(changesSince(before, without)).toMatchObject([{ id: 'gap/cost', what: 'removed' }])
    expect(changesSince(before, after)).toEqual([])
    expect(gap).toBeDefined()
  })
})

describe('an approval', () => {
  const texts = approvedText({ ...approvableWith(), 'panel/panel': { 'Send (en)': 'Send' } })
  const approval = JSON.stringify({ role: 'Medical director', date: '2026-11-20', sha256: sha256(texts) })
  const read = (changes: Readonly<Record<string, string | null>> = {}) => {
    const files = new Map(Object.entries({ 'approval.json': approval, 'approved.json': texts }))
    for (const [file, text] of Object.entries(changes)) text === null ? files.delete(file) : files.set(file, text)
    return readApproval(files, sha256)
  }

  test('is read back with what was approved', () => {
    const found = read()
    expect(found).toMatchObject({ kind: 'read', approval: { role: 'Medical director', date: '2026-11-20' } })
    if (found.kind === 'read') expect(withoutPanel(found.approved)).toEqual(approvableWith())
  })

  test('is not there until somebody has approved', () => {
    expect(read({ 'approval.json': null, 'approved.json': null })).toEqual({ kind: 'none' })
  })

  test.each([
    ['approved.json', texts.replace('a nap costs', 'naps cost')],
    ['approved.json', null],
    ['approval.json', null],
    ['approval.json', '{'],
    ['approval.json', approval.replace('2026-11-20', 'yesterday')],
  ])('is none when somebody has edited it: %s', (file, text) => {
    expect(read({ [file]: text })).toMatchObject({ kind: 'broken', file })
  })
})
