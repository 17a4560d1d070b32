// Decision → reply: sentences by id, fixed copy, notices, and always the handoff. Writes no sentence of its own.
import type { Entry, Knowledge, NoticeId } from '../../knowledge/schema.ts'
import type { Handoff, Lang, Reply } from '../contract.ts'
import { factMessage } from './clinic-facts.ts'
import type { Decision } from './decide.ts'
import { phoneOf } from './handoff.ts'
import { caveatOf, passagesOf } from './passages.ts'
import type { Say } from './say.ts'
import type { Triage } from './triage/triage.ts'

export interface Setting {
  readonly knowledge: Knowledge
  readonly say: Say
  readonly lang: Lang
  readonly now: Date
  readonly handoff: Handoff
  /** The handoff that also names what the article did not answer. `topic` reads well after "I can't find". */
  readonly handoffBesides: (topic: string) => Handoff
  /** The soft line that triage asks for; it comes before the entry's own. */
  readonly notice: NoticeId | null
  /** The question is about suicide or self-harm as a topic: no claim of benefit. */
  readonly suicideTopic: boolean
}

export function compose(decision: Decision, setting: Setting): Reply {
  const { say, lang, handoff } = setting
  const softLine = setting.notice && say(`notice-${setting.notice}`, lang)
  switch (decision.kind) {
    case 'answer':
      return answerOf(decision, setting, softLine)
    case 'clarify': {
      const [first, second, third] = decision.entries
      const choice = (entry: Entry) => ({ question: titleOf(entry, lang) })
      const choices = third
        ? ([choice(first), choice(second), choice(third)] as const)
        : ([choice(first), choice(second)] as const)
      return { kind: 'clarify', lang, message: say('clarify-which', lang), choices, notice: softLine, handoff }
    }
    case 'other':
      return otherOf(decision, setting, softLine)
    case 'nothing-found': {
      const message = say(decision.copy, lang)
      return { kind: 'decline', lang, reason: 'not-covered', message, followUps: [], notice: softLine, handoff }
    }
    default:
      return decision satisfies never
  }
}

/** What triage decides without a search, cards aside: a clinician's question, or something this chat cannot do. */
export function composeTriaged(
  triage: Triage,
  { knowledge, say, handoff }: Pick<Setting, 'knowledge' | 'say' | 'handoff'>,
): Reply | null {
  const { lang } = triage
  if (triage.kind === 'clinic') {
    const message = say(triage.topic === 'human' ? 'human-wanted' : 'cannot-pass-on', lang)
    return { kind: 'clinic', lang, topic: triage.topic, message, handoff }
  }
  if (triage.kind !== 'personal') return null
  const message = [say(`personal-${triage.topic}`, lang)]
  const { afterHours, phoneRegion } = knowledge.clinic
  if (triage.topic === 'after-treatment' && afterHours)
    message.push(say('personal-after-hours', lang, { phone: phoneOf(afterHours, phoneRegion).display }))
  return { kind: 'decline', lang, reason: 'personal', message: message.join(' '), followUps: [], notice: null, handoff }
}

/** What is said to every question, cards aside, while the clinic has paused its assistant. */
export function composePaused(lang: Lang, say: Say, handoff: Handoff): Reply {
  return { kind: 'clinic', lang, topic: 'human', message: say('paused', lang), handoff }
}

/** The entry's question in the visitor's language; asking it as written answers with this entry. */
export function titleOf(entry: Entry, lang: Lang): string {
  return lang === 'es' ? entry.questionEs : entry.question
}

function answerOf(
  { entries, besides }: Extract<Decision, { kind: 'answer' }>,
  setting: Setting,
  softLine: string | null,
): Reply {
  const { knowledge, say, lang, handoff, handoffBesides, suicideTopic } = setting
  const [main] = entries
  const [first, ...rest] = entries.flatMap((entry) => passagesOf(entry, knowledge, titleOf(entry, lang)))
  const quotes = entries.flatMap((entry) => entry.say)
  const claims = quotes.some(({ claim }) => claim)
  // Beside suicide as a topic no claim of benefit, and none as the second of two either.
  const without = entries.find((entry) => entry.say.length > 0 && entry.say.every(({ claim }) => !claim))
  if (claims && suicideTopic && without)
    return answerOf({ kind: 'answer', entries: [without], besides }, setting, softLine)
  if (!first || (claims && suicideTopic)) {
    const message = say(first ? 'decline-nothing-found' : 'decline-withdrawn', lang)
    return { kind: 'decline', lang, reason: 'not-covered', message, followUps: [], notice: softLine, handoff }
  }
  const noticeId = quotes.find(({ notice }) => notice)?.notice ?? null
  const caveat = entries.map((entry) => caveatOf(entry, knowledge, titleOf(entry, lang))).find((one) => one) ?? null
  const gap = besides && knowledge.gaps.find(({ id }) => id === besides.id)
  const disclosure = knowledge.clinic.disclosure?.[lang] ?? null
  const disclosureAnswers = gap?.disclosed === true && disclosure !== null
  return {
    ...{ kind: 'answer', lang, entry: main.id, title: titleOf(main, lang), passages: [first, ...rest] as const },
    // Where one of two entries is the reservation itself, it stands among the passages already.
    caveat: quotes.some(({ text }) => text === caveat?.text) ? null : caveat,
    disclosure: claims || disclosureAnswers ? disclosure : null,
    notice: softLine ?? (noticeId && say(`notice-${noticeId satisfies NoticeId}`, lang)),
    followUps: questionsOf(
      main.followUps.filter((id) => !entries.some((entry) => entry.id === id)),
      knowledge,
      lang,
    ),
    handoff: gap && !disclosureAnswers ? handoffBesides(gap.topic[lang]) : handoff,
  }
}

const MAX_FOLLOW_UPS = 3

function otherOf(
  { class: { kind, id }, near }: Extract<Decision, { kind: 'other' }>,
  setting: Setting,
  softLine: string | null,
): Reply {
  const { knowledge, say, lang, now, handoff } = setting
  const smalltalk = kind === 'smalltalk' && knowledge.smalltalk.find((topic) => topic.id === id)
  if (smalltalk) {
    const followUps = questionsOf(smalltalk.followUps, knowledge, lang)
    return { kind: 'smalltalk', lang, message: smalltalk.message[lang], followUps, handoff }
  }
  const fact = kind === 'fact' && knowledge.clinicFacts.find(({ topic }) => topic === id)
  if (fact) {
    const message = factMessage(fact.topic, knowledge.clinic, lang, now, say)
    return { kind: 'clinic', lang, topic: fact.topic, message, handoff }
  }
  const gap = knowledge.gaps.find((candidate) => candidate.id === id)
  const disclosure = gap?.disclosed && knowledge.clinic.disclosure?.[lang]
  // Not where triage has a soft line to say, about suicide for example: a fact of the clinic's carries none.
  if (disclosure && !softLine) return { kind: 'clinic', lang, topic: 'disclosure', message: disclosure, handoff }
  const message = gap?.message[lang] ?? say('decline-nothing-found', lang)
  // A personal or an off-topic question is not answered by what merely sounds like it.
  const nearby = gap?.reason === 'not-covered' ? near.map((entry) => entry.id) : []
  const offered = [...new Set([...nearby, ...(gap?.followUps ?? [])])].slice(0, MAX_FOLLOW_UPS)
  const followUps = setting.suicideTopic ? [] : questionsOf(offered, knowledge, lang)
  return {
    kind: 'decline',
    lang,
    reason: gap?.reason ?? 'not-covered',
    message,
    followUps,
    notice: softLine,
    handoff,
  }
}

function questionsOf(ids: readonly string[], knowledge: Knowledge, lang: Lang): readonly string[] {
  return ids.flatMap((id) => {
    const entry = knowledge.entries.find((candidate) => candidate.id === id && candidate.say.length > 0)
    return entry ? [titleOf(entry, lang)] : []
  })
}
