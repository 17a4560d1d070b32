// A visitor who leaves a number or an address learns that nobody gets it; digits that mean something else are read on.
import { describe, expect, test } from 'vitest'
import { ask } from './real-assistant.ts'

const NUMBERS = [
  '5615550100', '561-555-0100', '(561) 555-0100', '(561)555-0100', '(561)-555-0100', '561.555.0100', '561 555 0100',
  '561/555/0100', '561/555-0100', '561_555_0100', '561*555*0100', '561~555~0100', '561 - 555 - 0100', '561. 555. 0100',
  '561, 555, 0100', '[561] 555 0100', '561·555·0100', '561–555–0100', '561\u2011555\u20110100', '561\u00a0555\u00a00100',
  '+1 561 555 0100', '+15615550100', '+1 (561) 555-0100', '1-561-555-0100', '1 561 5550100', '1.561.555.0100',
  'tel:+15615550100', '001 561 555 0100', '561555 0100', '561 5550100', '555-0100', '555 0100', '5550100', '555.0100',
  '5 6 1 5 5 5 0 1 0 0', '5-6-1-5-5-5-0-1-0-0', '5.6.1.5.5.5.0.1.0.0', '561-555-0100 ext 12', '561-555-0100 x12',
  '561 555 0100 extension 4', '5615550100 or 5615550101', '5615550100 5615550101', '561-555-0100 561-555-0101',
  '561-555-0100/561-555-0101', '561-555-0100, 561-555-0101', 'area code 561 number 555-0100', '561 then 555 then 0100',
  '561 dash 555 dash 0100', '561 and then 555-0100', '561 five five five 0100', 'five six one five five five oh one oh oh',
  'five six one, five five five, zero one zero zero', 'five sixty-one, five fifty-five, zero one hundred',
  'five six one triple five oh one double oh', '561 555 o1oo', '5six1 five5five 0one00', 'my cell is 813-555-0123',
  '863 555 0140', 'call 850.555.0199 after 5', 'reach me at 305-555-0111', '+52 55 1234 5678', '+44 20 7946 0018',
  '55 12 34 56 78', '8888 1234', '612 345 678', '＋1 ５６１ ５５５ ０１００', '５６１-５５５-０１００', '5️⃣6️⃣1️⃣5️⃣5️⃣5️⃣0️⃣1️⃣0️⃣0️⃣',
  '5\u200b6\u200b1\u200b5\u200b5\u200b5\u200b0\u200b1\u200b0\u200b0', 'born 10/20/1985, 561-555-0100',
  'mi número es 561 555 0100', 'mi teléfono: (561) 555-0100', 'llámeme al 561.555.0100',
  'cinco seis uno cinco cinco cinco cero uno cero cero', '561 guion 555 guion 0100',
] // biome-ignore format: a table is read by eye

const ADDRESSES = [
  'ana@example.com', 'ANA@EXAMPLE.COM', 'ana.b+x@mail.example.com', 'ana_b@example.co.uk', 'ana@example.photography',
  'ana@example.museum', 'a@b.io', 'ana@example,com', 'ana@@example.com', 'josé@clínica.example', 'ana＠example.com',
  'mailto:ana@example.com', 'write to <ana@example.com>.', '"Ana" ana@example.com', 'ana @ example.com', 'ana@ example.com',
  'ana @example.com', 'ana @ example . com', 'ana @ mail . example . org', 'ana@gmail', 'ana at gmail', 'ana at gmail dot com',
  'ana (at) gmail (dot) com', 'ana [at] example [dot] org', 'ana AT example DOT net', 'ana at example dot com',
  'ana dot lopez at example dot health', 'ana at mail dot example dot com', 'ana gmail com', 'ana gmail.com', 'ana(at)gmail.com',
  'ana arroba gmail punto com', 'ana arroba correo punto es', 'mi correo es ana@ejemplo.mx', 'escríbame a ana arroba hotmail',
] // biome-ignore format: a table is read by eye

const NEITHER = [
  '988', '911', 'call or text 988', 'is it 988 or 911', '988, 911, 741741', '1-800-222-1222', '800-273-8255', 'text HOME to 741741',
  '10/20/2025', '10-20-2025', '10.20.25', '2025-10-20', '10 20 2025', '20251020', '10/20/2025 to 10/27/2025', 'since 2019',
  'studies from 2019-2023', '1990, 1995, 2000 and 2019', 'it was made in 1962 and approved in 1970', '100 - 200 mg', '0.5 mg/kg',
  '20 mg, 40 mg and 60 mg', '100 200 300 mg', '$400', '$1,200', '1,200,300', '400-600 dollars', '3,500 to 4,000', '50%', '10:30',
  'from 9:00 to 17:30', '9-5', '24/7', '120/80', '120/80 130/85 140/90', '33431', '33431-1234', 'ages 12 14 16 18', 'over 65',
  'is 6 sessions in 3 weeks enough', '2 3 4 or 5 times', 'one two three', 'phase 3', 'F41.1', '5-HT2A', '1234567', 'an @ sign',
  'meet me @ noon. thanks', 'look at the dot', 'www.example.com', 'a las 5 en punto', 'covid 19',
] // biome-ignore format: a table is read by eye

describe('a telephone number', () => {
  test.each(NUMBERS)('is seen in “%s”, and not repeated', (question) => {
    const reply = ask(question)
    expect(reply).toMatchObject({ kind: 'clinic', topic: 'cannot-pass-on' })
    const { handoff, ...said } = reply
    expect(JSON.stringify(said)).not.toMatch(/\d{3}/)
  })
})

describe('an e-mail address', () => {
  test.each(ADDRESSES)('is seen in “%s”, and not repeated', (question) => {
    const reply = ask(question)
    expect(reply).toMatchObject({ kind: 'clinic', topic: 'cannot-pass-on' })
    expect(JSON.stringify(reply).toLowerCase()).not.toMatch(/ana\b|gmail|example\.com|@/)
  })
})

describe('neither', () => {
  test.each(NEITHER)('is seen in “%s”', (question) => {
    expect(ask(question)).not.toMatchObject({ topic: 'cannot-pass-on' })
  })
})
