// The book's first page: what this is, how much of it there is, what is still open, and where to sign. Pure.
import type { Change } from '../knowledge/approval.ts'
import type { PieceKind } from '../knowledge/visible-piece.ts'
import { isDemonstrationNumber } from '../server/demonstration.ts'
import type { Html } from '../server/pages/html.ts'
import { html } from '../server/pages/html.ts'
import type { Book } from './book.ts'

/** Digits of the fingerprint that tie an approval to the book that was read. */
export const SHORT = 8

export function coverPart(book: Book, changes: readonly Change[] | null): Html {
  const { knowledge, pieces, today } = book
  const count = (...kinds: readonly PieceKind[]) => String(pieces.filter(({ kind }) => kinds.includes(kind)).length)
  const claims = knowledge.entries.filter(({ say }) => say.some(({ claim }) => claim)).length
  const figures: readonly (readonly [string, string])[] = [
    ['Answers', `${count('entry')}, of which ${claims} state a benefit`],
    ['Topics the article does not answer', count('gap')],
    ['Cards and people to reach', `${count('card')} and ${count('resource')}`],
    ['Fixed sentences, in English and Spanish', count('smalltalk', 'copy', 'panel')],
    ['Sentences withheld', count('withheld')],
  ]
  return html`<header class="cover">
<p class="clinic">${knowledge.clinic.name}</p>
<h1>Sign-off book</h1>
<p class="lead">Everything the assistant on the clinic’s website can say to a visitor, in full. It says nothing else: it quotes the
clinic’s article and these sentences, word for word.</p>
<table><caption>At a glance</caption><tbody>
<tr><th scope="row">Printed on</th><td>${today}</td></tr>
<tr><th scope="row">Last approval</th><td>${lastApproval(book)}</td></tr>
<tr><th scope="row">Changed since</th><td>${changes ? html`<a href="#changes">${nOf(changes.length, 'thing')}</a>` : 'everything here is new'}</td></tr>
${figures.map(([name, figure]) => html`<tr><th scope="row">${name}</th><td>${figure}</td></tr>`)}
</tbody></table>
<p class="hint">Fingerprint of these words (SHA-256): <code>${book.fingerprint}</code></p>
${openPoints(book)}
<section class="sign" aria-labelledby="sign">
<h2 id="sign">Approval</h2>
<p>I have read this book. These words may be shown to visitors.</p>
<dl>${['Role', 'Name', 'Date', 'Signature'].map((line) => html`<div><dt>${line}</dt><dd></dd></div>`)}</dl>
<p class="hint">Then whoever looks after the assistant’s files writes it down: <code>npm run approve -- --role "Medical director" --book ${book.fingerprint.slice(0, SHORT)}</code></p>
</section>
</header>`
}

function lastApproval({ last }: Book): string {
  if (last.kind === 'none') return 'none yet'
  if (last.kind === 'broken') return `none that holds: ${last.file} ${last.what}`
  return `${last.approval.date}, by the ${last.approval.role}`
}

function openPoints({ sources, knowledge }: Book): Html | null {
  const { clinic, resources } = knowledge
  const unread = (lang: 'en' | 'es') =>
    Object.values(sources.copy[lang].content).filter(({ needsReview }) => needsReview).length
  const unchecked = resources.filter(({ lastVerified }) => lastVerified === null).length
  const points = [
    ...(isDemonstrationNumber(clinic.phone)
      ? [`The phone number ${clinic.phone} is for demonstrations and reaches nobody.`]
      : []),
    ...(clinic.disclosure || clinic.leftOut?.disclosure ? [] : ['There is no disclosure, and no reason why not.']),
    ...(unread('en') ? [`${nOf(unread('en'), 'English sentence')} marked as not reviewed by a clinician.`] : []),
    ...(unread('es')
      ? [`${nOf(unread('es'), 'Spanish sentence')} marked as not reviewed by a clinician and a native speaker.`]
      : []),
    ...(unchecked ? [`${nOf(unchecked, 'number')} for a crisis or an emergency never checked with the owner.`] : []),
  ]
  if (points.length === 0) return null
  return html`<section class="open" aria-labelledby="open"><h2 id="open">Still open</h2>
<ul>${points.map((point) => html`<li>${point}</li>`)}</ul></section>`
}

function nOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
