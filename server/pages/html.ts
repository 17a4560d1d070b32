// Writes HTML: every value put into a template is escaped, unless it is HTML already.

/** A piece of HTML that may go into a page as it is. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Html | readonly Html[] | null

/** Tagged template: html`<p>${words}</p>`. Lists are joined, `null` is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((string, i) => string + (i < values.length ? toHtml(values[i] ?? null) : '')).join(''))
}

function toHtml(value: Value): string {
  if (value === null) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map((piece) => piece.text).join('\n')
  return escapeHtml(String(value))
}

/** Safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
