// A reply as paragraphs in their order: what the page shows, JSON-LD tells and the table holds is one and the same.

import type { FaqReply } from '../answer/faq.ts'
import type { Say } from '../answer/say.ts'
import type { Lang } from '../contract.ts'

export interface Paragraph {
  readonly kind: 'quote' | 'caveat' | 'disclosure' | 'notice'
  /** Our words before it: "The article also says:". */
  readonly label: string | null
  readonly text: string
  readonly lang: Lang
}

/** Where in an article something is quoted from. */
export interface QuotedFrom {
  readonly section: string
  readonly url: string
  readonly lang: Lang
}

/** The sentences, and beside them all that must stand beside them. */
export function paragraphsOf(reply: FaqReply, say: Say): readonly Paragraph[] {
  const { lang, passages, caveat, disclosure, notice } = reply
  const paragraphs: Paragraph[] = passages.map(({ text, lang }) => ({ kind: 'quote', label: null, text, lang }))
  if (caveat)
    paragraphs.push({ kind: 'caveat', label: say('faq-also-says', lang), text: caveat.text, lang: caveat.lang })
  if (disclosure)
    paragraphs.push({ kind: 'disclosure', label: say('faq-from-the-clinic', lang), text: disclosure, lang })
  if (notice) paragraphs.push({ kind: 'notice', label: null, text: notice, lang })
  return paragraphs
}

/** As one plain text, a line a paragraph. */
export function plainTextOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ label, text }) => (label ? `${label} ${text}` : text)).join('\n')
}

/** The sections a reply quotes, each once, with a link to the first sentence quoted from it. */
export function sourcesOf({ passages, caveat }: FaqReply): readonly QuotedFrom[] {
  const quoted = caveat ? [...passages, caveat] : passages
  return quoted
    .map(({ section, url, lang }) => ({ section, url, lang }))
    .filter(({ section }, position, all) => all.findIndex((other) => other.section === section) === position)
}
