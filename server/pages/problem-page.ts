// What a problem's `type` leads to: the same problem in words for whoever follows the link.
import type { Say } from '../answer/say.ts'
import type { Problem } from '../contract.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'

/** @param problem The problem as it is sent, with sample values in its `detail`. */
export function renderProblemPage(problem: Problem, clinicName: string, say: Say): string {
  return renderPage({
    title: problem.title,
    lang: problem.lang,
    clinicName,
    handoff: problem.handoff,
    say,
    hasChat: false,
    main: html`<section class="problem">
<h1>${problem.title}</h1>
<p>Status ${problem.status}. ${problem.detail}</p>
<p>${problem.handoff.message} <a href="${problem.handoff.phone.href}">${problem.handoff.phone.display}</a></p>
</section>`,
  })
}
