// Questions and answers as schema.org's FAQPage, for the page that shows the very same text.
import type { Faq } from '../answer/faq.ts'
import type { Say } from '../answer/say.ts'
import { paragraphsOf, plainTextOf } from './answer-text.ts'

/** https://schema.org/FAQPage. Only what the article answers: that we do not know is no answer. */
export function faqJsonLd({ lang, sections }: Faq, say: Say): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: lang,
    mainEntity: sections.flatMap(({ questions }) =>
      questions.map(({ title, reply }) => ({
        '@type': 'Question',
        name: title,
        acceptedAnswer: { '@type': 'Answer', text: plainTextOf(paragraphsOf(reply, say)) },
      })),
    ),
  }
}

/** The element to put into a page. No text can end it early: `<` is written so that HTML does not see it. */
export function jsonLdElement(json: object): string {
  return `<script type="application/ld+json">${JSON.stringify(json).replaceAll('<', '\\u003c')}</script>`
}
