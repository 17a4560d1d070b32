// What puts a card away when it is typed, and what must not.
import { describe, expect, test } from 'vitest'
import { isDenial } from '../../widget/denial.ts'

describe('a card is put away by', () => {
  test.each([
    'I’m fine',
    "no, I'm fine, thanks",
    'That’s not what I meant!',
    'oh sorry, I didn’t mean it like that',
    'im ok',
    'I AM NOT SUICIDAL.',
    'lol just kidding',
    'no, estoy bien, gracias',
    'No quise decir eso',
    'no im fine',
    'no, no es eso',
    'no es eso',
  ])('“%s”', (text) => {
    expect(isDenial(text)).toBe(true)
  })
})

describe('a card stays where it is after', () => {
  test.each([
    '',
    'no',
    'thanks',
    'ok',
    'I’m not fine',
    'I’m fine with dying',
    'they say I’m fine',
    'I’m fine but I still want to',
    'I’m not ok',
    'no estoy bien',
    'quise decir eso',
    'it was not a joke',
    'never mind',
    'no importa',
    'I don’t need help',
    'are you open today',
    '死にたくない',
  ])('“%s”', (text) => {
    expect(isDenial(text)).toBe(false)
  })
})
