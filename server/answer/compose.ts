// Decision → reply: sentences by id, fixed copy, notices, and always the handoff. Writes no sentence of its own.
import type { Entry, Knowledge, NoticeId } from '../../knowledge/schema.ts'
import type { Handoff, Lang, Reply } from '../contract.ts'
import { factMessage } from './clinic-facts.ts'
import type { Decision } from './decide.ts'
import { caveatOf, passagesOf } from './passages.ts'
import type { Say } from './say.ts'

export interface Setting {
  readonly knowledge: Knowledge
  readonly say: Say
  readonly lang: Lang
  readonly now: Date
  readonly handoff: Handoff
  /** True when the question is about suicide or overdose as a topic: the 988 line, and no claim of benefit. */
  readonly isCrisisTopic: boolean
}

export function compose(decision: Decision, setting: Setting): Reply {
  const { say, lang, handoff } = setting
  const crisisLine = setting.isCrisisTopic ? say('notice-crisis-line', lang) : null
  switch (decision.kind) {
    case 'answer':
      return answerOf(decision.entry, setting, crisisLine)
    case 'clarify': {
      const [first, second, third] = decision.entries
      const choice = (entry: Entry) => ({ question: titleOf(entry, lang) })
      const choices = third
        ? ([choice(first), choice(second), choice(third)] as const)
        : ([choice(first), choice(second)] as const)
      return { kind: 'clarify', lang, message: say('clarify-which', lang), choices, notice: crisisLine, handoff }
    }
    case 'other':
      return otherOf(decision.class, setting, crisisLine)
    case 'nothing-found': {
      const message = say('decline-nothing-found', lang)
      return { kind: 'decline', lang, reason: 'not-covered', message, followUps: [], notice: crisisLine, handoff }
    }
    default:
      return decision satisfies never
  }
}

/** The entry's question in the visitor's language; asking it as written answers with this entry. */
export function titleOf(entry: Entry, lang: Lang): string {
  return lang === 'es' ? entry.questionEs : entry.question
}

function answerOf(
  entry: Entry,
  { knowledge, say, lang, handoff, isCrisisTopic }: Setting,
  crisisLine: string | null,
): Reply {
  const title = titleOf(entry, lang)
  const [first, ...rest] = passagesOf(entry, knowledge, title)
  const claims = entry.say.some(({ claim }) => claim)
  if (!first || (claims && isCrisisTopic)) {
    const message = say(first ? 'decline-nothing-found' : 'decline-withdrawn', lang)
    return { kind: 'decline', lang, reason: 'not-covered', message, followUps: [], notice: crisisLine, handoff }
  }
  const noticeId = entry.say.find(({ notice }) => notice)?.notice ?? null
  return {
    ...{ kind: 'answer', lang, entry: entry.id, title, passages: [first, ...rest] as const },
    caveat: caveatOf(entry, knowledge, title),
    disclosure: claims ? (knowledge.clinic.disclosure?.[lang] ?? null) : null,
    notice: crisisLine ?? (noticeId && say(`notice-${noticeId satisfies NoticeId}`, lang)),
    followUps: questionsOf(entry.followUps, knowledge, lang),
    handoff,
  }
}

function otherOf(
  { kind, id }: Extract<Decision, { kind: 'other' }>['class'],
  setting: Setting,
  crisisLine: string | null,
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
  const message = gap?.message[lang] ?? say('decline-nothing-found', lang)
  const followUps = setting.isCrisisTopic ? [] : questionsOf(gap?.followUps ?? [], knowledge, lang)
  return {
    kind: 'decline',
    lang,
    reason: gap?.reason ?? 'not-covered',
    message,
    followUps,
    notice: crisisLine,
    handoff,
  }
}

function questionsOf(ids: readonly string[], knowledge: Knowledge, lang: Lang): readonly string[] {
  return ids.flatMap((id) => {
    const entry = knowledge.entries.find((candidate) => candidate.id === id && candidate.say.length > 0)
    return entry ? [titleOf(entry, lang)] : []
  })
}
