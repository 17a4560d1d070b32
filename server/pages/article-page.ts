// The demonstration page: the article as a clinic's own page would show it, with the chat on it and the snippet to paste.
import type { Article } from '../../knowledge/schema.ts'
import type { Say } from '../answer/say.ts'
import type { Handoff } from '../contract.ts'
import { Html, html } from './html.ts'
import { renderPage } from './layout.ts'

type Section = Article['sections'][number]

export interface ArticlePage {
  readonly article: Article
  readonly clinicName: string
  readonly handoff: Handoff
  readonly say: Say
  /** Where this server is reached ("https://assistant.example"): the snippet loads the widget from there. */
  readonly origin: string
  /** A number from the range reserved for fiction: the page says that it reaches nobody. */
  readonly isDemonstration: boolean
}

export function renderArticlePage(page: ArticlePage): string {
  const [opening, ...sections] = page.article.sections
  return renderPage({
    title: page.article.title,
    lang: page.article.lang,
    clinicName: page.clinicName,
    handoff: page.handoff,
    say: page.say,
    hasChat: true,
    main: html`${page.isDemonstration ? demonstrationNotice() : null}
<article>
<header class="opening">
<h1>${page.article.title}</h1>
${opening ? paragraphs(opening) : null}
</header>
<nav class="contents" aria-label="On this page">
<h2>On this page</h2>
<ol>
${sections.filter(({ level }) => level === 2).map((section) => html`<li><a href="#${idOf(section)}">${section.heading}</a></li>`)}
</ol>
</nav>
<div class="text">
${sections.map(renderSection)}
</div>
</article>
${snippet(page)}`,
  })
}

function renderSection(section: Section): Html {
  const tag = section.level <= 2 ? 'h2' : 'h3'
  return html`<section>
${new Html(`<${tag} id="${idOf(section)}">`)}${section.heading}${new Html(`</${tag}>`)}
${paragraphs(section)}
</section>`
}

/** Sentences joined with single spaces, as they were published: links to a sentence find it by its words. */
function paragraphs(section: Section): readonly Html[] {
  const joined: string[] = []
  for (const { text, opensParagraph } of section.sentences) {
    if (opensParagraph || joined.length === 0) joined.push(text)
    else joined.push(`${joined.pop()} ${text}`)
  }
  return joined.map((text) => html`<p>${text}</p>`)
}

function idOf({ heading }: Section): string {
  const words = heading
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['section']
  return words.join('-')
}

function demonstrationNotice(): Html {
  return html`<p class="demonstration"><strong>Demonstration.</strong> The phone number on this page is fictional and reaches nobody. Set the clinic’s own in <code>knowledge/clinic.json</code>.</p>`
}

function snippet({ handoff, origin }: ArticlePage): Html {
  const lines = [
    `<script src="${origin}/widget.js" async></script>`,
    `<noscript><a href="${origin}/faq">Questions and answers</a> <a href="${handoff.phone.href}">Call ${handoff.phone.display}</a></noscript>`,
  ]
  return html`<aside class="snippet" aria-labelledby="snippet">
<h2 id="snippet">Put this chat on your own page</h2>
<p>Paste these lines anywhere in the page. The second one is optional: where scripts do not run, it leads to <a href="/faq">all questions and answers</a> and shows the number.</p>
<pre tabindex="0"><code>${lines.join('\n')}</code></pre>
<p><a href="/embed/">Choose its language, colour and side</a> · <a href="/reference">The interface for programs (OpenAPI)</a></p>
</aside>`
}
