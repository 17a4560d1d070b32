// All questions and answers on one page that needs no script: where the snippet's <noscript> line leads.
import type { Faq, FaqGaps, FaqQuestion, FaqSection } from '../answer/faq.ts'
import type { Say } from '../answer/say.ts'
import type { Handoff, Lang, Resource } from '../contract.ts'
import type { Paragraph } from '../faq/answer-text.ts'
import { paragraphsOf, sourcesOf } from '../faq/answer-text.ts'
import { faqJsonLd, jsonLdElement } from '../faq/json-ld.ts'
import { Html, html } from './html.ts'
import { renderPage } from './layout.ts'

export function renderFaqPage(faq: Faq, clinicName: string, say: Say): string {
  const { handoff, lang, resources, unanswered } = faq
  const other: Lang = lang === 'en' ? 'es' : 'en'
  return renderPage({
    title: say('faq-title', lang),
    lang,
    clinicName,
    handoff,
    say,
    hasChat: false,
    styles: ['/pages/faq.css'],
    main: html`<div class="faq">
<header class="opening">
<h1>${say('faq-title', lang)}</h1>
${faq.announcement ? html`<p class="announcement">${faq.announcement}</p>` : null}
<p>${faq.paused ?? `${say('faq-intro', lang)} ${say('page-not-advice', lang)}`}</p>
<p class="language"><a href="/faq?locale=${other}" lang="${other}" hreflang="${other}">${say('faq-in-this-language', other)}</a></p>
</header>
${faq.paused ? null : renderContents(faq, say)}
<div class="text">
${renderQuestions(faq, say)}
${unanswered.length > 0 ? renderUnanswered(unanswered, lang, say) : null}
<section aria-labelledby="talk">
<h2 id="talk">${say('faq-talk', lang)}</h2>
${renderHandoff(handoff, lang, say)}
</section>
${renderHelp(resources, lang, say)}
</div>
</div>
${faq.paused ? null : new Html(jsonLdElement(faqJsonLd(faq, say)))}`,
  })
}

function renderContents(faq: Faq, say: Say): Html {
  return html`<nav class="contents" aria-label="${say('faq-on-this-page', faq.lang)}">
<h2>${say('faq-on-this-page', faq.lang)}</h2>
<ol>
${faq.sections.map(({ heading, lang: spoken }, position) => html`<li><a href="#${sectionId(position)}"${langUnless(faq.lang, spoken)}>${heading}</a></li>`)}
${faq.unanswered.length > 0 ? html`<li><a href="#unanswered">${say('faq-unanswered', faq.lang)}</a></li>` : null}
<li><a href="#help">${say('faq-help-now', faq.lang)}</a></li>
</ol>
</nav>`
}

/** The questions alone: also what the export writes for the clinic's own page. */
export function renderQuestions(faq: Faq, say: Say): Html {
  return html`${faq.sections.map((section, position) => renderSection(section, position, faq, say))}`
}

function renderSection(
  { article, heading, lang: spoken, questions }: FaqSection,
  position: number,
  faq: Faq,
  say: Say,
): Html {
  return html`<section aria-labelledby="${sectionId(position)}">
${article ? html`<p class="article"${langUnless(faq.lang, spoken)}>${article}</p>` : null}
<h2 id="${sectionId(position)}"${langUnless(faq.lang, spoken)}>${heading}</h2>
${questions.map((question) => renderQuestion(question, faq.lang, say))}
${renderCall(faq.handoff, faq.lang, say)}
</section>`
}

function renderQuestion({ id, title, otherTitle, reply }: FaqQuestion, lang: Lang, say: Say): Html {
  return html`<div class="question" id="${id}">
<h3>${title}</h3>
${otherTitle ? html`<p class="other" lang="${otherTitle.lang}">${otherTitle.text}</p>` : null}
<div class="reply">
${paragraphsOf(reply, say).map((paragraph) => renderParagraph(paragraph, lang))}
</div>
<p class="sources">${sourcesOf(reply).map(({ section, url, lang: spoken }) => html`<a href="${url}">${say('faq-from', lang)} <q${langUnless(lang, spoken)}>${section}</q></a>`)}</p>
</div>`
}

function renderParagraph({ kind, label, lang: spoken, text }: Paragraph, lang: Lang): Html {
  const words = html`<span${langUnless(lang, spoken)}>${text}</span>`
  return html`<p class="${kind}">${label ? html`<span class="label">${label}</span> ` : null}${words}</p>`
}

/** Below every section: nobody has to go back to the top to find the number. */
function renderCall({ phone }: Pick<Handoff, 'phone'>, lang: Lang, say: Say): Html {
  return html`<p class="ways"><a class="call" href="${phone.href}">${say('page-call', lang, { phone: phone.display })}</a></p>`
}

function renderHandoff({ hours, links, message, phone }: Handoff, lang: Lang, say: Say): Html {
  return html`<div class="handoff">
<p>${message}${hours ? html` <span class="hours">${hours.label}</span>` : null}</p>
${renderCall({ phone }, lang, say)}
${links.map(({ href, label }) => html`<p><a href="${href}">${label}</a></p>`)}
</div>`
}

function renderUnanswered(unanswered: readonly FaqGaps[], lang: Lang, say: Say): Html {
  return html`<section class="unanswered" aria-labelledby="unanswered">
<h2 id="unanswered">${say('faq-unanswered', lang)}</h2>
<p>${say('faq-unanswered-intro', lang)}</p>
${unanswered.map(({ heading, topics }) => html`<details><summary>${heading}</summary><dl>${topics.map(({ topic, message }) => html`<dt>${topic}</dt><dd>${message}</dd>`)}</dl></details>`)}
</section>`
}

function renderHelp(resources: readonly Resource[], lang: Lang, say: Say): Html {
  return html`<section class="help" aria-labelledby="help">
<h2 id="help">${say('faq-help-now', lang)}</h2>
<ul>
${resources.map(({ contacts, name, note }) => html`<li><strong>${name}</strong>${note ? html`<span class="note">${note}</span>` : null}<span class="ways">${contacts.map(({ display, href }) => html`<a href="${href}">${display}</a>`)}</span></li>`)}
</ul>
</section>`
}

function sectionId(position: number): string {
  return `faq-section-${position + 1}`
}

/** A `lang` attribute where the words are in another language than the page. */
function langUnless(page: Lang, spoken: Lang): Html | null {
  return page === spoken ? null : html` lang="${spoken}"`
}
