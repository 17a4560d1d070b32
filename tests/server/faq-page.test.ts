// /faq: what is on the page, what it tells programs, and the headers it is sent with.
import { describe, expect, test } from 'vitest'
import type { Faq } from '../../server/answer/faq.ts'
import { createSay } from '../../server/answer/say.ts'
import { renderFaqPage } from '../../server/pages/faq-page.ts'
import { createFakeAssistant } from './fake-assistant.ts'
import { copy } from './known.ts'
import { realApp } from './real-app.ts'
import { tryApp } from './try-app.ts'

const { app } = realApp()
const pageOf = async (path = '/faq', headers = {}) => (await app.request(path, { headers })).text()
const NASTY = '</script><img src=x onerror=alert(1)> & "q"'

describe('/faq', () => {
  test('comes in the language of its address, else the browser’s, else English', async () => {
    expect(await pageOf('/faq?locale=es', { 'accept-language': 'en' })).toContain('<html lang="es">')
    expect(await pageOf('/faq', { 'accept-language': 'es-US' })).toContain('<html lang="es">')
    expect(await pageOf('/faq', { 'accept-language': 'fr' })).toContain('<html lang="en">')
    expect((await app.request('/faq')).headers.get('vary')).toBe('Accept-Language')
  })

  test('says each question in both languages, and marks every word of another one', async () => {
    const page = await pageOf('/faq?locale=es')
    expect(page).toContain(
      '<h3>¿Qué es el trastorno de pánico?</h3>\n<p class="other" lang="en">What is panic disorder?',
    )
    expect(page).toContain('<span lang="en">Panic disorder is characterized by')
    expect(page).toContain('<a href="/faq?locale=en" lang="en" hreflang="en">In English</a>')
  })

  test('says in Spanish what stands around the text', async () => {
    const page = await pageOf('/faq?locale=es')
    for (const words of ['Ir al texto', 'Llame al (561) 555-0100', 'no consejo médico', 'Emergencia: llame al'])
      expect(page).toContain(words)
  })

  test('links each answer to the sentence it quotes', async () => {
    const [, link] = /id="panic-disorder">[\s\S]*?class="sources"><a href="([^"]*)"/.exec(await pageOf()) ?? []
    expect(link).toMatch(/^\/#:~:text=Panic%20disorder%20is/)
  })

  test('keeps no more than ten minutes of a phone that has changed, and stays out of search engines, which would', async () => {
    const response = await app.request('/faq')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=240')
    expect(await response.text()).toContain('<meta name="robots" content="noindex">')
  })

  test('has nothing inline but the text for programs, and nothing to run', async () => {
    const page = await pageOf()
    expect(page).not.toMatch(/<style|style=|\son\w+=|javascript:/)
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">'])
  })

  test('is a page also where nothing can be answered', async () => {
    const page = await (await tryApp({}, createFakeAssistant()).app.request('/faq')).text()
    expect(page).toContain('We do not say what it costs.')
    expect(page).toContain('href="tel:+15615550100"')
    expect(page).toContain('Call 988')
  })

  test('escapes whatever stands in the knowledge', () => {
    const lang = 'en'
    const phone = { display: NASTY, href: 'tel:+1' }
    const handoff = {
      message: NASTY,
      phone,
      hours: { open: true, label: NASTY },
      links: [{ label: NASTY, href: NASTY }],
    }
    const passage = { text: NASTY, lang, entry: 'x', title: NASTY, section: NASTY, url: NASTY } as const
    const told = { kind: 'answer', lang, entry: 'x', title: NASTY, disclosure: NASTY, notice: NASTY } as const
    const reply = { ...told, passages: [passage] as const, caveat: passage, followUps: [] }
    const question = { id: NASTY, title: NASTY, otherTitle: { text: NASTY, lang: 'es' as const }, reply }
    const faq: Faq = {
      ...{ lang, handoff, announcement: NASTY, paused: null },
      sections: [{ article: NASTY, heading: NASTY, lang, questions: [question] }],
      unanswered: [{ heading: NASTY, topics: [{ id: NASTY, topic: NASTY, message: NASTY }] }],
      resources: [{ name: NASTY, note: NASTY, contacts: [{ kind: 'call', display: NASTY, href: 'tel:1' }] }],
    }
    const page = renderFaqPage(faq, NASTY, createSay(copy))
    expect(page).not.toContain('<img')
    expect(page.match(/<\/script>/g)).toHaveLength(1)
  })
})
