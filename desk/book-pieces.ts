// A chapter of the book: pieces under their headings, each with its number, English beside Spanish. Pure.
import type { VisibleField, VisiblePiece } from '../knowledge/visible-piece.ts'
import type { Html } from '../server/pages/html.ts'
import { html } from '../server/pages/html.ts'

interface Chapter {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly compact?: true
  readonly pieces: readonly VisiblePiece[]
}

export function piecesPart(
  { id, title, about, compact, pieces }: Chapter,
  numbered: ReadonlyMap<string, number>,
): Html {
  const groups = Map.groupBy(pieces, ({ group }) => group)
  const draw = compact ? row : block
  return html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p>${about}</p>
${[...groups].map(
  ([group, own]) => html`<section class="${compact ? 'group rows' : 'group'}"><h3>${group}</h3>
${own.map((piece) => draw(piece, numbered.get(piece.id)))}
</section>`,
)}
</section>`
}

function block(piece: VisiblePiece, number: number | undefined): Html {
  const rows = [...Map.groupBy(piece.fields, ({ name }) => name)]
  return html`<article class="piece ${piece.kind}"${anchor(number)}>
<h4>${numeral(number)}${piece.label}</h4>
<dl>
${rows.map(([name, fields]) => html`<div class="field ${slug(name)}"><dt>${name}</dt>${fields.map(definition)}</div>`)}
</dl>
</article>`
}

function row(piece: VisiblePiece, number: number | undefined): Html {
  const open = piece.fields.filter(({ name }) => name.startsWith('Not reviewed'))
  const texts = piece.fields.filter((field) => !open.includes(field))
  const mark =
    open.length > 0
      ? html` <span class="unread">not reviewed: ${open.map(({ name }) => name.slice(-3, -1)).join(', ')}</span>`
      : null
  return html`<article class="line"${anchor(number)}>
<h4>${numeral(number)}${piece.label}${mark}</h4>
<dl class="pair">${texts.map((field) => html`<div><dt class="unseen">${field.name}</dt>${definition(field)}</div>`)}</dl>
</article>`
}

function definition({ text, lang }: VisibleField): Html {
  const lines = text.split('\n').map((line) => html`<p>${line}</p>`)
  return lang ? html`<dd lang="${lang}">${lines}</dd>` : html`<dd>${lines}</dd>`
}

function anchor(number: number | undefined): Html | null {
  return number === undefined ? null : html` id="n${number}"`
}

function numeral(number: number | undefined): Html | null {
  return number === undefined ? null : html`<span class="number">${number}</span> `
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '-')
}
