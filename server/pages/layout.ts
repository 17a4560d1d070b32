// The frame of our own pages: head, the clinic's name and phone, foot. Looks are in page.css.
import type { Say } from '../answer/say.ts'
import type { Handoff, Lang } from '../contract.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'

export interface Page {
  readonly title: string
  readonly lang: Lang
  readonly clinicName: string
  readonly handoff: Handoff
  readonly main: Html
  /** For the words around it, which are knowledge/copy's (`page-…`). */
  readonly say: Say
  /** Puts the chat on the page, by the very tag a clinic pastes. */
  readonly hasChat: boolean
  /** Further style sheets and scripts of our own, by path. */
  readonly styles?: readonly string[]
  readonly scripts?: readonly string[]
}

/** A whole document. Links its style sheet and the widget; contains no inline style and no inline script. */
export function renderPage(page: Page): string {
  const { clinicName, handoff, lang, main, say, scripts = [], styles = [], title } = page
  const heading = title === clinicName ? title : `${title} · ${clinicName}`
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${heading}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/page.css">
${styles.map((path) => html`<link rel="stylesheet" href="${path}">`)}
${page.hasChat ? html`<script src="/widget.js" async></script>` : null}
${scripts.map((path) => html`<script src="${path}" defer></script>`)}
</head>
<body>
<a class="skip" href="#main">${say('page-skip', lang)}</a>
<header class="top">
<a class="brand" href="/">${clinicName}</a>
<p class="phone">${handoff.hours ? html`<span class="hours">${handoff.hours.label}</span> ` : null}<a class="call" href="${handoff.phone.href}">${say('page-call', lang, { phone: handoff.phone.display })}</a></p>
</header>
<main id="main">
${main}
</main>
<footer class="foot">
<p>${clinicName} · <a href="${handoff.phone.href}">${handoff.phone.display}</a></p>
<p>${say('page-not-advice', lang)} ${say('page-emergency', lang)} <a href="tel:911">911</a>. ${say('page-crisis', lang)} <a href="tel:988">988</a>.</p>
</footer>
</body>
</html>
`.text
}
