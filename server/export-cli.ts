// npm run export: questions and answers as files for the clinic's own page and for a spreadsheet, and where each belongs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Knowledge } from '../knowledge/schema.ts'
import { createAssistant } from './answer/answer.ts'
import { createFaq } from './answer/faq.ts'
import type { Lang } from './contract.ts'
import { isDemonstrationNumber } from './demonstration.ts'
import { faqCsv } from './faq/csv.ts'
import { faqJsonLd, jsonLdElement } from './faq/json-ld.ts'
import { renderQuestions } from './pages/faq-page.ts'

const root = join(import.meta.dirname, '..')
const { values: options } = parseArgs({ options: { to: { type: 'string', default: join(root, 'exports') } } })
const folder = resolve(options.to)
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const knowledge: Knowledge = read('knowledge/answers.json')
const assistant = createAssistant(knowledge, read('knowledge/safety.json'), read('server/model.json'))
const faqOf = createFaq(knowledge, assistant)
const now = new Date()
const faqs: Readonly<Record<Lang, ReturnType<typeof faqOf>>> = { en: faqOf('en', now), es: faqOf('es', now) }

if (knowledge.clinic.paused) {
  console.error(
    'export: "paused" is true in knowledge/clinic.json, so there are no answers to export. Take it out first.',
  )
  process.exit(1)
}
mkdirSync(folder, { recursive: true })
const count = faqs.en.sections.reduce((sum, { questions }) => sum + questions.length, 0)
console.log(`export: ${count} questions, in ${relative(process.cwd(), folder) || '.'}/.`)
for (const lang of ['en', 'es'] as const) {
  const json = faqJsonLd(faqs[lang], assistant.say)
  const page = lang === 'en' ? 'your English page' : 'your Spanish page'
  write(
    `faq.${lang}.html`,
    `${renderQuestions(faqs[lang], assistant.say).text}\n${jsonLdElement(json)}\n`,
    `questions, answers and the same text for search engines: paste all of it where they shall stand on ${page}, as HTML`,
  )
  write(
    `faq.${lang}.jsonld`,
    `${JSON.stringify(json, null, 2)}\n`,
    `the part for search engines alone, for a site that asks for JSON-LD in a field of its own; only for ${lang === 'en' ? 'the' : 'the Spanish'} page that shows this very text`,
  )
}
write(
  'faq.csv',
  faqCsv(faqs.en, faqs.es),
  'for reading: opens in Excel, Numbers and Google Sheets; nothing reads it back',
)
console.log('Paste them anew whenever an answer or the phone has changed: a page keeps what was pasted.')

const { phone } = knowledge.clinic
if (isDemonstrationNumber(phone))
  console.log(`note: "${phone}" in knowledge/clinic.json is a number for demonstrations, and it is in these files.`)
for (const { id, url } of knowledge.articles)
  if (url.startsWith('/'))
    console.log(`note: the links lead to "${url}"; write the page's address as url in knowledge/articles/${id}.md.`)

function write(name: string, text: string, use: string): void {
  writeFileSync(join(folder, name), text)
  console.log(`  ${name.padEnd(14)} ${use}`)
}
