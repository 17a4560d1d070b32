// The book's chapter on what has changed since the last approval: each thing before → after. Pure.
import type { Change, Read } from '../knowledge/approval.ts'
import type { VisiblePiece } from '../knowledge/visible-piece.ts'
import type { Html } from '../server/pages/html.ts'
import { html } from '../server/pages/html.ts'
import type { Parts } from './difference.ts'
import { differingPart } from './difference.ts'

const WHAT = { new: 'New', removed: 'Removed', changed: 'Changed' } as const

export function changesPart(
  changes: readonly Change[] | null,
  last: Read,
  numbered: ReadonlyMap<string, number>,
  pieces: readonly VisiblePiece[],
): Html {
  const label = (id: string) => pieces.find((piece) => piece.id === id)?.label ?? id
  return html`<section class="part since" aria-labelledby="changes">
<h2 id="changes">Changes since the last approval</h2>
${intro(changes, last)}
${(changes ?? []).map(
  ({ id, what, fields }) => html`<article class="piece change">
<h3><span class="what ${what}">${WHAT[what]}</span> ${numbered.has(id) ? html`<a href="#n${numbered.get(id) ?? 0}">${numbered.get(id) ?? 0}</a> ` : null}${label(id)}</h3>
<p class="id">${id}</p>
${fields.map(fieldChange)}
</article>`,
)}
</section>`
}

function intro(changes: readonly Change[] | null, last: Read): Html {
  if (last.kind === 'none')
    return html`<p>Nobody has approved yet: everything in this book is new. From the first approval on, this chapter shows what has changed.</p>`
  if (last.kind === 'broken' || !changes)
    return html`<p>The last approval cannot be read (${last.kind === 'broken' ? `${last.file} ${last.what}` : ''}): everything in this book counts as new.</p>`
  const { role, date } = last.approval
  if (changes.length === 0) return html`<p>Nothing. It is what the ${role} approved on ${date}, word for word.</p>`
  return html`<p>Since the ${role} approved on ${date}. What was taken away is struck out, what was added is underlined.</p>`
}

function fieldChange({ name, before, after }: Change['fields'][number]): Html {
  const parts = differingPart(before ?? '', after ?? '')
  const lang = /\((en|es)\)$/.exec(name)?.[1] ?? 'en'
  return html`<h4>${name}</h4><div class="pair">
<div><p class="when">Before</p>${before === null ? html`<p class="none">(nothing)</p>` : html`<p lang="${lang}">${marked(parts.before, 'del')}</p>`}</div>
<div><p class="when">After</p>${after === null ? html`<p class="none">(nothing)</p>` : html`<p lang="${lang}">${marked(parts.after, 'ins')}</p>`}</div>
</div>`
}

function marked([lead, differing, rest]: Parts, tag: 'del' | 'ins'): Html {
  if (!differing) return html`${lead}${rest}`
  return tag === 'del' ? html`${lead}<del>${differing}</del>${rest}` : html`${lead}<ins>${differing}</ins>${rest}`
}
