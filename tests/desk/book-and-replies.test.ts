// What is signed is what visitors get: each entry in the book beside the reply to its question, in both languages.
import { expect, test } from 'vitest'
import { visibleContent } from '../../knowledge/visible.ts'
import { assistantOf, knowledge, now } from '../server/answer/real-assistant.ts'
import { content } from './a-book.ts'

/** Made up for the test: the project has none. */
const disclosure = { en: 'What the clinic states.', es: 'Lo que la clínica declara.' }
const disclosing = { ...knowledge, clinic: { ...knowledge.clinic, disclosure } }

test.each([
  ['without a disclosure', knowledge],
  ['with one', disclosing],
])('every entry says in the book what it says in the chat: %s', (_, all) => {
  const assistant = assistantOf(all)
  const pieces = visibleContent(all, content.sources)
  for (const entry of all.entries)
    for (const lang of ['en', 'es'] as const) {
      const question = lang === 'es' ? entry.questionEs : entry.question
      const reply = assistant.answer({ question, locale: lang }, now)
      if (reply.kind !== 'answer') throw new Error(`${entry.id} does not answer its own question`)
      const fields = pieces.find(({ id }) => id === `entry/${entry.id}`)?.fields ?? []
      const text = (name: string, of = lang) =>
        fields.find((field) => field.name === name && field.lang === of)?.text ?? null
      const titles = reply.followUps.map(
        (title) => all.entries.find((one) => [one.question, one.questionEs].includes(title))?.question,
      )
      expect(
        {
          title: text('Question'),
          says: text('Says', 'en'),
          reservation: text('Reservation', 'en'),
          disclosure: text('Disclosure'),
          notice: text('Notice'),
          offers: text('Offers next', 'en'),
        },
        `${entry.id}, ${lang}`,
      ).toEqual({
        title: reply.title,
        says: reply.passages.map((passage) => passage.text).join('\n'),
        reservation: reply.caveat?.text ?? null,
        disclosure: reply.disclosure,
        // The line on 988 comes with the question, whatever answers it.
        notice: reply.notice === all.copy[lang]['notice-crisis-line'] ? text('Notice') : reply.notice,
        offers: titles.join('\n') || null,
      })
    }
})
