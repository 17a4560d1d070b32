// What stands in the sign-off book: all of it, escaped, with what changed, and nothing fetched from anywhere.
import { describe, expect, test } from 'vitest'
import { escapeHtml } from '../../server/pages/html.ts'
import { bookOf, content, lastApproval } from './a-book.ts'

const book = bookOf({ last: lastApproval() })
const partOf = (id: string) => book.split(`<h2 id="${id}">`)[1]?.split('<section class="part"')[0] ?? ''

describe('the book', () => {
  test('has every text of every piece', () => {
    const missing = content.pieces.flatMap(({ id, fields }) =>
      fields
        .flatMap(({ text }) => text.split('\n'))
        .filter((line) => !book.includes(`<p>${escapeHtml(line)}</p>`))
        .map((line) => `${id}: ${line}`),
    )
    // “Not reviewed yet” is a mark beside the sentence in a compact chapter.
    expect(missing.filter((line) => !line.endsWith(': needs a review'))).toEqual([])
  })

  test('asks nobody for anything: no address is loaded, no script runs', () => {
    expect(book).not.toMatch(/<script|<img|<iframe|@import|url\(|src=/)
    expect([...book.matchAll(/<link [^>]*href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['data:,'])
  })

  test('leads by every link to a place in it', () => {
    const ids = new Set([...book.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    expect(ids.size).toBe([...book.matchAll(/ id="/g)].length)
    for (const [, target] of book.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  test('shows on its first page how much there is, who approved last, and what is still open', () => {
    const [cover = ''] = book.split('<nav')
    expect(cover).toContain('<td>2026-10-01, by the Medical director</td>')
    expect(cover).toContain('<a href="#changes">3 things</a>')
    expect(cover).toContain(content.fingerprint)
    expect(cover).toContain('is for demonstrations and reaches nobody')
  })
})

describe('what changed since the last approval', () => {
  const part = partOf('changes')

  test('stands as before → after, with what differs marked', () => {
    expect(part).toContain('<p lang="en">What<del> exactly</del> is anxiety?</p>')
    expect(part).toContain('<p lang="en">What is anxiety?</p>')
    expect(part.match(/class="piece change"/g)).toHaveLength(3)
  })

  test('has what is new and what is gone, escaped', () => {
    expect(part).toMatch(/<span class="what new">New<\/span> <a href="#n\d+">\d+<\/a>[\s\S]*<ins>Our article/)
    expect(part).toContain('<span class="what removed">Removed</span> gap/moon')
    expect(part).toContain('<del>Nobody &#60;b&#62;knows&#60;/b&#62;.</del>')
  })

  test('is said to be everything while nobody has approved', () => {
    expect(bookOf({ last: { kind: 'none' } })).toContain('Nobody has approved yet: everything in this book is new.')
  })

  test('is nothing right after an approval', () => {
    const approval = { role: 'Medical director', date: '2026-11-23', sha256: content.fingerprint }
    const signed = bookOf({ last: { kind: 'read', approval, approved: content.now } })
    expect(signed).toContain('Nothing. It is what the Medical director approved on 2026-11-23, word for word.')
  })
})
