// The HTTP interface for people: openapi.json drawn by Swagger UI, which the build takes from npm into public/pages/.
import type { Say } from '../answer/say.ts'
import type { Handoff } from '../contract.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'

export function renderReferencePage(clinicName: string, handoff: Handoff, say: Say): string {
  return renderPage({
    title: 'The interface for programs',
    lang: 'en',
    clinicName,
    handoff,
    say,
    hasChat: false,
    styles: ['/pages/swagger-ui.css'],
    scripts: ['/pages/swagger-ui-bundle.js', '/pages/reference.js'],
    main: html`<section class="reference">
<h1>The interface for programs</h1>
<p>Drawn from <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1), which programs read.</p>
<div id="reference"></div>
<noscript><p>The drawing needs JavaScript; openapi.json can be read without.</p></noscript>
</section>`,
  })
}
