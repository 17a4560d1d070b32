// What a visitor hears whose question depends on a body: who can answer it, never an answer.
import { describe, expect, test } from 'vitest'
import { ask, assistant, assistantOf, cardOf, knowledge, now } from './real-assistant.ts'

describe('a question for a clinician', () => {
  test.each([
    ['can I take my lexapro before the infusion', 'en', 'personal-medicine'],
    ['how much ketamine would I get at 200 pounds', 'en', 'personal-medicine'],
    ['I have bipolar and a pacemaker, can I do it', 'en', 'personal-general'],
    ['had my infusion yesterday and still feel dizzy', 'en', 'personal-after-treatment'],
    ['tomo sertralina, hay problema?', 'es', 'personal-medicine'],
    ['estoy embarazada de tres meses', 'es', 'personal-general'],
    ['me hicieron la infusión ayer y sigo mareada', 'es', 'personal-after-treatment'],
  ] as const)('is declined in its own words: “%s”', (question, lang, copy) => {
    expect(ask(question)).toMatchObject({
      ...{ kind: 'decline', reason: 'personal', lang, followUps: [] },
      message: assistant.say(copy, lang),
    })
  })

  test('never names a dose or a verdict', () => {
    for (const lang of ['en', 'es'] as const)
      for (const topic of ['general', 'medicine', 'after-treatment'])
        expect(assistant.say(`personal-${topic}`, lang)).not.toMatch(/\bmg\b|usually|safe to|normally|seguro que|!/)
  })
})

describe('after a treatment', () => {
  test('the number for closing time is named when the clinic has one', () => {
    const clinic = { ...knowledge.clinic, afterHours: '+15615550123' }
    const reply = assistantOf({ ...knowledge, clinic }).answer(
      { question: 'had my infusion this morning, feel weird' },
      now,
    )
    expect(reply).toMatchObject({ message: expect.stringContaining('(561) 555-0123') })
    expect(ask('had my infusion this morning, feel weird')).not.toMatchObject({
      message: expect.stringContaining('closed'),
    })
  })

  test.each([
    'had my infusion an hour ago and I can’t breathe',
    'she had her treatment today and I can’t wake her up',
    'my husband just fainted after his session',
    'chest pain right now, had ketamine this morning',
    'me pusieron el suero hoy y no puedo respirar',
  ])('“%s” is an emergency', (question) => {
    expect(cardOf(question)).toBe('emergency medical')
  })
})
