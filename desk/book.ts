// The sign-off book: one page of HTML with everything a visitor can be shown, for people to read, print and sign. Pure.
import { changesSince } from '../knowledge/approval.ts'
import type { PieceKind, VisiblePiece } from '../knowledge/visible-piece.ts'
import { Html, html } from '../server/pages/html.ts'
import { changesPart } from './book-changes.ts'
import { coverPart } from './book-cover.ts'
import { piecesPart } from './book-pieces.ts'
import type { Content } from './node-content.ts'

export interface Book extends Content {
  /** ISO date. */
  readonly today: string
  /** Facts of the clinic as they would be said today: composed, so nothing to sign. */
  readonly factsToday: readonly VisiblePiece[]
  readonly css: string
}

/** A part of the book, in its order. `compact`: one line a piece instead of a block. */
interface Part {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly kinds: readonly PieceKind[]
  readonly compact?: true
}

const PARTS: readonly Part[] = [
  {
    ...{ id: 'answers', title: 'Answers', kinds: ['article', 'entry'] },
    about:
      'Each question that the article answers, with the sentences that are quoted, word for word. Where a question touches on suicide, the line on 988 is shown as well.',
  },
  {
    ...{ id: 'gaps', title: 'What the article does not answer', kinds: ['gap'] },
    about: 'Topics people ask about, and what they are told instead of a guess.',
  },
  {
    ...{ id: 'clinic', title: 'The clinic', kinds: ['clinic', 'suggestions'] },
    about: 'Facts only the clinic can give. What is not given is not made up.',
  },
  {
    ...{ id: 'cards', title: 'Cards for a crisis or an emergency', kinds: ['card', 'resource'] },
    about:
      'Shown before anything else, and who can be reached. Each number wants to be checked with its owner every quarter.',
  },
  {
    ...{ id: 'sentences', title: 'The assistant’s fixed sentences', kinds: ['smalltalk', 'copy'], compact: true },
    about: 'Everything it says in its own words. What stands in {braces} is filled in.',
  },
  {
    ...{ id: 'panel', title: 'Words of the panel', kinds: ['panel'], compact: true },
    about: 'Buttons, labels and lines around the conversation.',
  },
  {
    ...{ id: 'withheld', title: 'Sentences that are not quoted', kinds: ['withheld'] },
    about:
      'They stand in the article, and the assistant leaves them out or keeps them for one question. Each with its reason.',
  },
]

export function renderBook(book: Book): string {
  const { pieces, last, now, knowledge, today } = book
  const changes = last.kind === 'read' ? changesSince(last.approved, now) : null
  const numbered = new Map(pieces.map(({ id }, index) => [id, index + 1]))
  const parts = PARTS.map((part) => {
    const own = pieces.filter(({ kind }) => part.kinds.includes(kind))
    return { ...part, pieces: part.id === 'clinic' ? [...own, ...book.factsToday] : own }
  })
  const contents = [
    { id: 'changes', title: 'Changes since the last approval', count: changes?.length ?? null },
    ...parts.map(({ id, title, pieces: own }) => ({ id, title, count: own.length })),
  ]
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Sign-off book · ${knowledge.clinic.name} · ${today}</title>
<link rel="icon" href="data:,">
<style>${new Html(book.css)}</style>
</head>
<body>
<main>
${coverPart(book, changes)}
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>
${contents.map(({ id, title, count }) => html`<li><a href="#${id}">${title}</a>${count === null ? null : html` <span class="count">${count}</span>`}</li>`)}
</ol></nav>
${changesPart(changes, last, numbered, pieces)}
${parts.map((part) => piecesPart(part, numbered))}
</main>
</body>
</html>
`.text
}
