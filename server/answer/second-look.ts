// A trained second look at every message: finds in unforeseen words what triage's frames miss, and doubts what they overdo.
import type { DangerClass } from '../../knowledge/schema.ts'
import type { Lang } from '../contract.ts'
import type { WordTools } from './dictionary.ts'
import type { Model } from './model.ts'
import type { Rewrites } from './normalize.ts'
import { normalize } from './normalize.ts'
import { createJudge } from './rank.ts'
import type { Thresholds } from './thresholds.ts'
import { thresholds } from './thresholds.ts'
import type { Triage } from './triage/triage.ts'

export interface SecondLook {
  /** The likeliest of the five dangers. */
  readonly danger: Exclude<DangerClass, 'personal' | 'topic' | 'harmless'>
  /** 0…1: that it is any of them. */
  readonly dangerConfidence: number
  /** 0…1: that only a clinician can answer it. */
  readonly personalConfidence: number
  /** 0…1: that suicide, overdose or abuse is its topic and nobody is in danger. */
  readonly topicConfidence: number
}

/** Long messages are read in windows as well, or a disclosure would drown in what stands around it. Words. */
const WINDOW = 24
const STRIDE = 12
const FRAGMENT = 2

/**
 * Reads a text as a whole and, when it is long, in overlapping windows: the most dangerous reading counts. Linear in
 * the length of the text.
 */
export function createSecondLook(
  model: Pick<Model, 'danger' | 'dangers'>,
  rewrites: Rewrites,
  { correct, dictionary }: WordTools,
) {
  const judge = createJudge(model.danger, dictionary)

  function look(words: readonly string[]): SecondLook {
    const probabilities = judge(words)
    const confidence = (kind: DangerClass) => probabilities[model.dangers.indexOf(kind)] ?? 0
    const [danger = DANGERS[0]] = [...DANGERS].sort((a, b) => confidence(b) - confidence(a))
    const dangerConfidence = DANGERS.reduce((sum, one) => sum + confidence(one), 0)
    return {
      ...{ danger, dangerConfidence },
      personalConfidence: confidence('personal'),
      topicConfidence: confidence('topic'),
    }
  }

  return (text: string, lang: Lang): SecondLook => {
    const typed = normalize(text, rewrites, Number.POSITIVE_INFINITY)
    const { words } = correct(typed, lang)
    let worst = look(words)
    // Two words are too few to be sure of: "to die" may be the end of a sentence about anything.
    if (words.length <= FRAGMENT)
      return {
        ...worst,
        dangerConfidence: worst.dangerConfidence * thresholds.fragment,
        personalConfidence: worst.personalConfidence * thresholds.fragment,
      }
    if (words.length <= WINDOW) return worst
    for (let at = 0; at + STRIDE < words.length; at += STRIDE) {
      const part = look(words.slice(at, at + WINDOW))
      // A part says less than the whole, so it must be surer.
      const confidence = part.dangerConfidence * thresholds.partOfMessage
      if (confidence > worst.dangerConfidence) worst = { ...worst, danger: part.danger, dangerConfidence: confidence }
    }
    return worst
  }
}

const DANGERS = [
  'crisis-self',
  'crisis-other',
  'emergency-medical',
  'emergency-violence',
  'emergency-harm-to-others',
] as const

/** Of two readings of one message the one that sees less danger. */
export function milder(one: SecondLook, other: SecondLook): SecondLook {
  return other.dangerConfidence < one.dangerConfidence ? other : one
}

/**
 * What frames and second look make of a message together. Frames are right when they are strict, the second look where
 * nobody foresaw the wording: either can give a card, and each can doubt the other's weaker findings.
 */
export function weigh(found: Triage, look: SecondLook, limits: Thresholds = thresholds): Triage {
  const { lang } = found
  if (found.kind === 'crisis' || found.kind === 'emergency') {
    // Of Portuguese and Haitian Creole the model has seen nothing, so its doubt means nothing.
    const isSure = found.bilingual || found.why.some(isStrict)
    // Nor does it mean that nothing is wrong where it takes a message for a patient's own: who has overdosed tells of medicines.
    const isHarmless = look.dangerConfidence < limits.harmless && look.personalConfidence < limits.personal
    const isDoubted = isHarmless && !isSure
    if (!isDoubted) return found
    // What frames took for a crisis is near one at least: the soft line, and no claim of benefit.
    const isCrisis = found.kind === 'crisis'
    const notice = isCrisis ? 'crisis-line' : noticeOf(look, limits)
    return { kind: 'ordinary', lang, why: ['second look: harmless'], notice, suicideTopic: isCrisis }
  }
  if (look.dangerConfidence >= dangerNeeded(found, look, limits)) return cardFrom(look, lang)
  // Only a name was asked for: no card, but the soft line.
  if (found.kind === 'ordinary' && look.dangerConfidence >= limits.danger)
    return { ...found, notice: 'emergency-symptoms' }
  if (found.kind === 'ordinary' && look.personalConfidence >= limits.personal)
    return {
      kind: 'personal',
      topic: 'general',
      lang,
      why: [`second look: personal ${round(look.personalConfidence)}`],
    }
  if (found.kind === 'personal' && found.topic === 'general' && look.personalConfidence < limits.notPersonal)
    return {
      kind: 'ordinary',
      lang,
      why: ['second look: not personal'],
      notice: noticeOf(look, limits),
      suicideTopic: false,
    }
  if (found.kind === 'ordinary') return { ...found, notice: found.notice ?? noticeOf(look, limits) }
  return found
}

function dangerNeeded(found: Triage, look: SecondLook, limits: Thresholds): number {
  // Somebody who leaves a number, or asks to cancel, has said what they want.
  if (found.kind === 'clinic') return limits.dangerDespiteErrand
  const isNameAsked = look.danger === 'emergency-medical' && found.why.includes(DEFINITION)
  return isNameAsked ? limits.dangerDespiteDefinition : limits.danger
}

/** The soft line where danger is the topic, or nearly a danger itself. */
function noticeOf(look: SecondLook, limits: Thresholds): 'crisis-line' | null {
  const isNear = look.topicConfidence >= limits.topic || look.dangerConfidence >= limits.nearDanger
  return isNear ? 'crisis-line' : null
}

/** Frames that say in so many words what they mean, and so outweigh any doubt. */
function isStrict(frame: string): boolean {
  return STRICT.has(frame)
}
const STRICT: ReadonlySet<string> = new Set([
  'crisis.kill-self',
  'crisis.suicide',
  'crisis.end-life',
  'crisis.wish-dead',
  'crisis.not-live',
  'emergency.ingestion',
])

/** The frame of questions about what something is called. */
const DEFINITION = 'topic.definition'

function cardFrom({ danger, dangerConfidence }: SecondLook, lang: Triage['lang']): Triage {
  const why = [`second look: ${danger} ${round(dangerConfidence)}`]
  const card = { lang, why, alsoAsked: false, bilingual: false }
  switch (danger) {
    case 'crisis-self':
      return { kind: 'crisis', variant: 'self', ...card }
    case 'crisis-other':
      return { kind: 'crisis', variant: 'other', ...card }
    case 'emergency-medical':
      return { kind: 'emergency', variant: 'medical', deliberate: false, ...card }
    case 'emergency-violence':
      return { kind: 'emergency', variant: 'violence', deliberate: false, ...card }
    case 'emergency-harm-to-others':
      return { kind: 'emergency', variant: 'harm-to-others', deliberate: false, ...card }
  }
  return danger satisfies never
}

const round = (confidence: number) => confidence.toFixed(2)
