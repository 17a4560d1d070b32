// The sign-off book of this very project for tests, as if somebody had approved it and a few things had changed since.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderBook } from '../../desk/book.ts'
import { factsAt } from '../../desk/facts-today.ts'
import type { Content } from '../../desk/node-content.ts'
import { contentOrExit, ROOT } from '../../desk/node-content.ts'

export const content = contentOrExit()

export function bookOf(changes: Partial<Content> = {}): string {
  return renderBook({
    ...{ ...content, ...changes },
    today: '2026-11-23',
    factsToday: factsAt(new Date('2026-11-23T15:00:00Z'), content.knowledge),
    css: readFileSync(join(ROOT, 'desk/book.css'), 'utf8'),
  })
}

/** One piece changed, one new, one gone. */
export function lastApproval(): Content['last'] {
  const { 'gap/cost': _isNew, ...rest } = content.now
  const entry = rest['entry/what-is-anxiety'] ?? {}
  const approved = {
    ...rest,
    'entry/what-is-anxiety': { ...entry, 'Question (en)': 'What exactly is anxiety?' },
    'gap/moon': { 'Message (en)': 'Nobody <b>knows</b>.', 'Message (es)': 'Nadie lo sabe.' },
  }
  const approval = { role: 'Medical director', date: '2026-10-01', sha256: '0'.repeat(64) }
  return { kind: 'read', approval, approved }
}
