// A small assistant for tests of the HTTP side: it answers everything alike and knows one cry for help of each kind.
import type { Clinic } from '../../knowledge/schema.ts'
import type { Assistant } from '../../server/answer/answer.ts'
import { createHandoff } from '../../server/answer/handoff.ts'
import { createSay } from '../../server/answer/say.ts'
import type { AskRequest, CrisisReply, EmergencyReply, Lang, Reply } from '../../server/contract.ts'
import { clinicWith, copy } from './known.ts'

/** A question that holds one of these gets the card. */
export const CRISIS = 'I want to die'
export const EMERGENCY = 'I took all my pills'

export function createFakeAssistant(changes: Partial<Assistant> = {}, clinic: Clinic = clinicWith()): Assistant {
  const say = createSay(copy)
  const makeHandoff = createHandoff({ clinic, copy })

  function cardFor({ question, locale = 'en' }: AskRequest, now: Date): CrisisReply | EmergencyReply | null {
    const handoff = makeHandoff(locale, now, 'handoff-card')
    const resource = (number: string) => ({
      name: number,
      note: null,
      contacts: [{ kind: 'call' as const, display: number, href: `tel:${number}` }] as const,
    })
    const card = (number: string) => ({
      lang: locale,
      message: 'Call.',
      resources: [resource(number)] as const,
      handoff,
    })
    if (question.includes(EMERGENCY)) return { kind: 'emergency', variant: 'medical', ...card('911') }
    if (question.includes(CRISIS)) return { kind: 'crisis', variant: 'self', ...card('988') }
    return null
  }

  function answer(request: AskRequest, now: Date): Reply {
    const lang: Lang = request.locale ?? 'en'
    const card = cardFor(request, now)
    if (card) return card
    const message = `The article says nothing of that, in ${lang}.`
    const handoff = makeHandoff(lang, now)
    return { kind: 'decline', reason: 'not-covered', lang, message, followUps: [], notice: null, handoff }
  }

  return {
    answer,
    cardFor,
    handoff: makeHandoff,
    say,
    suggestions: (lang) => ({
      lang,
      questions: [{ question: lang === 'es' ? '¿Qué es la ansiedad?' : 'What is anxiety?' }],
    }),
    ...changes,
  }
}
