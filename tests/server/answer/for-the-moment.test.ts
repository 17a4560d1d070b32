// What the clinic says or stops at short notice: the announcement, the pause, a sentence withdrawn.
import { describe, expect, test } from 'vitest'
import { announcementOn } from '../../../server/answer/announcement.ts'
import { createFaq } from '../../../server/answer/faq.ts'
import { faqJsonLd } from '../../../server/faq/json-ld.ts'
import { clinicWith } from '../known.ts'
import { realApp } from '../real-app.ts'
import { assistantOf, knowledge, now } from './real-assistant.ts'

describe('the announcement', () => {
  const line = { en: 'Closed for the storm', es: 'Cerrado por la tormenta' }
  const on = (announcement: object | undefined, at: string) =>
    announcementOn(clinicWith(announcement ? { announcement } : {}), 'es', new Date(at))

  test('is said in the visitor’s language until its last day is over where the clinic is', () => {
    expect(on(line, '2026-11-23T15:00:00Z')).toBe('Cerrado por la tormenta')
    const until = { ...line, until: '2026-11-23' }
    expect(on(until, '2026-11-24T04:59:00Z')).toBe('Cerrado por la tormenta') // a minute to midnight in Florida
    expect(on(until, '2026-11-24T05:00:00Z')).toBeNull()
    expect(on(undefined, '2026-11-23T15:00:00Z')).toBeNull()
  })

  test('has room for one line', () => {
    expect(() => clinicWith({ announcement: { ...line, en: 'x'.repeat(121) } })).toThrow('at most 120 characters')
    expect(() => clinicWith({ announcement: { en: 'Closed' } })).toThrow()
  })
})

describe('a sentence withdrawn today', () => {
  const [id] = knowledge.suggestions
  const entries = knowledge.entries.map((entry) => (entry.id === id ? { ...entry, say: [] } : entry))
  const assistant = assistantOf({ ...knowledge, entries })
  const question = knowledge.entries.find((entry) => entry.id === id)?.question ?? ''

  test('is neither said nor suggested, and its question says so', () => {
    const message = 'Our article no longer answers that. Please ask the clinic.'
    expect(assistant.answer({ question }, now)).toMatchObject({ kind: 'decline', message })
    expect(assistant.suggestions('en').questions).toHaveLength(knowledge.suggestions.length - 1)
    const faq = createFaq({ ...knowledge, entries }, assistant)('en', now)
    expect(faq.sections.flatMap(({ questions }) => questions.map(({ title }) => title))).not.toContain(question)
  })
})

describe('a clinic that has paused its assistant', () => {
  const announcement = { en: 'Closed for the storm', es: 'Cerrado por la tormenta' }
  const paused = { ...knowledge, clinic: { ...knowledge.clinic, paused: true, announcement } }
  const assistant = assistantOf(paused)

  test.each(['What is panic disorder?', 'hello', 'what does it cost', 'can I take it with Xanax', 'the score?'])(
    'answers nothing, and says whom to call: %s',
    (question) => {
      expect(assistant.answer({ question }, now)).toMatchObject({
        kind: 'clinic',
        message: 'No questions are answered here for now. Please call the clinic.',
        handoff: { phone: { href: 'tel:+15615550100' } },
      })
    },
  )

  test('recognises a crisis and an emergency all the same', () => {
    expect(assistant.answer({ question: 'I want to kill myself' }, now).kind).toBe('crisis')
    expect(assistant.answer({ question: 'I just took all my pills' }, now).kind).toBe('emergency')
  })

  test('suggests nothing, and its page and export have no answers', async () => {
    expect(assistant.suggestions('en').questions).toEqual([])
    const faq = createFaq(paused, assistant)('en', now)
    expect([faq.sections, faq.unanswered]).toEqual([[], []])
    expect(faqJsonLd(faq, assistant.say)).toMatchObject({ mainEntity: [] })
    const page = await (await realApp({ assistant, knowledge: paused }).app.request('/faq')).text()
    expect(page).toContain('No questions are answered here for now.')
    expect(page).toContain('Closed for the storm')
    expect(page).toContain('Call 988')
    expect(page).not.toMatch(/ld\+json|Panic|unanswered/)
  })
})
