// The snippet a clinic pastes, as text and as settings. Pure: the embed page draws it, tests read it.

/** What the page lets a clinic choose. Empty: the default. Names as in the script tag's data-*. */
export const CHOICES = [
  'lang',
  'color',
  'side',
  'theme',
  'label',
  'greeting',
  'phone',
  'notice',
  'mode',
  'offset',
  'layer',
] as const
export type Choice = (typeof CHOICES)[number]
export type Choices = Readonly<Partial<Record<Choice, string>>>

/** Where the settings stand: a tag manager strips data-* attributes, but never the address. */
export type Place = 'attributes' | 'address'

/**
 * The tag to paste. `src`: absolute URL of widget.js. No `integrity`: the file changes when the clinic's phone does.
 */
export const writeSnippet = (src: string, choices: Choices, place: Place = 'attributes'): string => {
  const chosen = CHOICES.flatMap((name) => {
    const value = choices[name]?.trim()
    return value ? [[name, value] as const] : []
  })
  if (place === 'attributes')
    return `<script src="${toAttribute(src)}"${chosen.map(([name, value]) => ` data-${name}="${toAttribute(value)}"`).join('')} async></script>`
  const url = new URL(src)
  for (const [name, value] of chosen) url.searchParams.set(name, value)
  return `<script src="${toAttribute(url.href)}" async></script>`
}

const WITHOUT_SCRIPT = {
  en: { questions: 'Questions and answers', call: 'Call' },
  es: { questions: 'Preguntas y respuestas', call: 'Llame al' },
} as const

/**
 * The line beside the tag, for visitors without JavaScript: all questions and answers on one page, and the number.
 * `root`: absolute URL of the folder of widget.js. A number that was chosen for the tag stands here too.
 */
export const writeNoscript = (
  root: string,
  { lang, phone: chosen = '' }: Choices,
  phone: { readonly display: string; readonly href: string },
): string => {
  const { questions, call } = WITHOUT_SCRIPT[lang === 'es' ? 'es' : 'en']
  const page = new URL(lang === 'es' || lang === 'en' ? `faq?locale=${lang}` : 'faq', root).href
  const typed = chosen.trim()
  const [display, href] = typed ? [typed, `tel:${typed.replace(/[^+\d]/g, '')}`] : [phone.display, phone.href]
  return `<noscript><a href="${toAttribute(page)}">${questions}</a> <a href="${toAttribute(href)}">${call} ${toAttribute(display)}</a></noscript>`
}

/** A release that `npm run pin` has kept. */
export interface Release {
  readonly id: string
  readonly integrity: string
}

/**
 * The tag for a page that wants the very same file until it changes the tag. `phone` stands in it, because the file has none.
 * `root`: absolute URL of the folder that the releases lie in.
 */
export const writePinnedSnippet = (root: string, { id, integrity }: Release, choices: Choices, phone: string): string =>
  writeSnippet(`${root}${id}/widget.js`, { ...choices, phone: choices.phone?.trim() || phone }).replace(
    ' data-',
    ` integrity="${toAttribute(integrity)}" crossorigin data-`,
  )

/** The newest of releases.json; `null` for anything else. */
export const newestRelease = (list: unknown): Release | null => {
  const [first] = Array.isArray(list) ? list : []
  const { id, integrity } = first ?? {}
  return typeof id === 'string' && typeof integrity === 'string' ? { id, integrity } : null
}

/** What a pasted snippet says, in either form; `null` when there is no tag of ours in it. */
export const readSnippet = (text: string): Choices | null => {
  const tag = text.match(/<script\b[^>]*\bsrc\s*=\s*(["'])(?<src>[^"']*\/widget\.js[^"']*)\1[^>]*>/i)
  const src = tag?.groups?.src
  if (!tag || !src) return null
  const query = new URL(fromAttribute(src), 'https://assistant.example').searchParams
  const read = (name: Choice) => {
    const attribute = tag[0].match(new RegExp(`\\bdata-${name}\\s*=\\s*(["'])(?<value>.*?)\\1`, 'is'))?.groups?.value
    return attribute === undefined ? query.get(name) : fromAttribute(attribute)
  }
  return Object.fromEntries(CHOICES.flatMap((name) => [[name, read(name)] as const].filter(([, value]) => value)))
}

const ENTITIES = [
  ['&', '&amp;'],
  ['"', '&quot;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
] as const
const toAttribute = (text: string) => ENTITIES.reduce((all, [sign, entity]) => all.replaceAll(sign, entity), text)
const fromAttribute = (text: string) =>
  ENTITIES.toReversed().reduce((all, [sign, entity]) => all.replaceAll(entity, sign), text)

/** WCAG contrast, 1…21, of a `#rrggbb` colour with white or black text, whichever the widget will choose. */
export const contrastWithText = (hex: string): { readonly ratio: number; readonly text: 'white' | 'black' } => {
  const luminance = luminanceOf(hex)
  return luminance > 0.18
    ? { text: 'black', ratio: (luminance + 0.05) / 0.05 }
    : { text: 'white', ratio: 1.05 / (luminance + 0.05) }
}

/** Contrast with a white page: below 3 the launcher is hard to make out (WCAG 1.4.11). */
export const contrastWithPage = (hex: string): number => 1.05 / (luminanceOf(hex) + 0.05)

/** Relative luminance of sRGB, WCAG 2.2. */
const luminanceOf = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
