// Recognises, on the whole text and before anything is searched, who needs a card, a clinician, or a person.
import type { Frame, SafetyData } from '../../../knowledge/safety.ts'
import type { Lang } from '../../contract.ts'
import { languageOf } from '../language.ts'
import { createCircumstances } from './circumstances.ts'
import { hasContactDetails } from './contact-details.ts'
import { createFold } from './fold.ts'
import type { Found } from './frames.ts'
import { createFrameGrammar } from './frames.ts'
import type { Matches, Span } from './match.ts'
import { createMatcher } from './match.ts'
import type { Reading } from './reading.ts'
import { createReader } from './reading.ts'
import { createShields, shieldsAmong } from './shields.ts'
import { createSpelling } from './spelling.ts'
import type { Subject } from './subject.ts'
import { createSubjectFinder } from './subject.ts'

interface Base {
  readonly lang: Lang
  /** Ids of the frames that decided. For `npm run ask`; never on the wire. */
  readonly why: readonly string[]
}
interface Card extends Base {
  /** Something else was asked in the same message. */
  readonly alsoAsked: boolean
  /** Written in a language the assistant has no words in: say the card in English and Spanish. */
  readonly bilingual: boolean
}
export type CrisisTriage = Card & { readonly kind: 'crisis'; readonly variant: 'self' | 'other' }
export type EmergencyTriage = Card & {
  readonly kind: 'emergency'
  readonly variant: 'medical' | 'violence' | 'harm-to-others'
  /** May have been deliberate: 988 belongs on the card too. */
  readonly deliberate: boolean
}
export type Triage =
  | CrisisTriage
  | EmergencyTriage
  | (Base & { readonly kind: 'personal'; readonly topic: 'medicine' | 'after-treatment' | 'general' })
  | (Base & { readonly kind: 'clinic'; readonly topic: 'cannot-pass-on' | 'human' })
  | (Base & {
      readonly kind: 'ordinary'
      readonly notice: 'crisis-line' | 'emergency-symptoms' | null
      readonly suicideTopic: boolean
    })

export interface TriageOf {
  (question: string, history?: readonly string[], locale?: Lang): Triage
  /** The same, and the question without its idioms and denials: "id kill for a nap, are you open" → "are you open". */
  withRest(
    question: string,
    history?: readonly string[],
    locale?: Lang,
  ): { readonly triage: Triage; readonly rest: Rest }
}

/** A text with the frames that are in it: most of the work, done once however much is asked of it. */
interface Seen {
  readonly reading: Reading
  readonly matches: Matches
  readonly found: readonly Found[]
}

/**
 * Builds triage from safety.json. The function it returns never throws, reads the whole text, takes time proportional
 * to its length, and keeps nothing.
 *
 * `history`: the visitor's last questions, oldest first, without those that got a card. They count only when a card
 * comes out of several messages together ("i want" / "to die").
 */
export function createTriage(safety: SafetyData): TriageOf {
  const { grammar, find } = createFrameGrammar(safety)
  const spelling = createSpelling(safety.tables, grammar)
  const read = createReader(safety.tables, createFold(safety.tables), spelling, grammar)
  const match = createMatcher(grammar)

  function see(text: string): Seen {
    const reading = read(text)
    const matches = match(reading)
    return { reading, matches, found: find(reading, matches) }
  }

  function triageOne({ reading, matches, found }: Seen, locale: Lang | undefined): Triage {
    const isShielded = createShields(found)
    const { subjectOf, subjectBefore, named } = createSubjectFinder(reading, matches)
    // "My mom says we are better off without her" is about her, whoever else is named after.
    const subjectIn = ({ frame, span }: Found) => {
      const subject = frame.who === 'near' ? subjectBefore(span.from) : 'none'
      return subjectFor(frame, subject === 'near' ? subject : subjectOf(span))
    }
    const when = createCircumstances(reading, matches)
    const lang = languageOf(
      reading.tokens.map(({ word }) => word),
      locale,
    )

    const crisis: { whose: Subject; found: Found }[] = []
    const emergency: Found[] = []
    for (const one of found) {
      const { frame, span } = one
      if (frame.alone && wordsAround(reading, span) > ALONE_WORDS) continue
      if (frame.kind === 'crisis') {
        if (isShielded(span)) continue
        const subject = subjectIn(one)
        if (subject === null) continue
        if (when.isPast(span) && !when.isNow(span)) continue
        // Words that say "I" by themselves are the writer's; such as "no reason to live" also follow "my brother says".
        const isTold = found.some((other) => other.frame.who === 'other')
        const isOwn =
          (frame.who === 'self' || isTold ? named(span, 'self') : subject === 'self') && !named(span, 'near')
        crisis.push({ whose: isOwn ? 'self' : subject === 'near' ? 'near' : 'none', found: one })
      } else if (frame.kind === 'emergency') {
        if (isShielded(span)) continue
        if (subjectIn(one) === null) continue
        const now = when.isNow(span)
        if (when.isSupposed(span) || (frame.now === 'needed' && !now)) continue
        const isOver = frame.variant !== 'violence' || when.asks(span) || when.isRecounted(span)
        if (isOver && when.isPast(span) && !now) continue
        if (frame.variant === 'medical' && ((when.isHabit(span) && !now) || when.isStory())) continue
        emergency.push(one)
      }
    }
    const card = (all: readonly Found[]) => ({
      lang,
      why: all.map(({ frame }) => frame.id),
      alsoAsked: asksBeside(reading, all),
      bilingual: all.some(({ frame }) => frame.lang === 'other'),
    })
    const [worst] = emergency
    if (worst) {
      const variant = ORDER.find((one) => emergency.some(({ frame }) => frame.variant === one)) ?? 'medical'
      return { kind: 'emergency', variant, deliberate: crisis.length > 0, ...card(emergency) }
    }
    if (crisis.length > 0) {
      const isOther =
        crisis.some(({ whose }) => whose === 'near') &&
        crisis.every(({ whose, found: { frame } }) => whose !== 'self' || frame.who === 'near')
      const variant = isOther ? 'other' : 'self'
      return { kind: 'crisis', variant, ...card(crisis.map((one) => one.found)) }
    }

    const ofKind = (kind: Found['frame']['kind']) => found.filter(({ frame }) => frame.kind === kind)
    const clinic = ofKind('clinic')
    const personal = ofKind('personal')
    const why = (all: readonly Found[]) => [...new Set(all.map(({ frame }) => frame.id))]
    if (hasContactDetails(reading)) return { kind: 'clinic', topic: 'cannot-pass-on', lang, why: ['contact details'] }
    if (clinic.some(({ frame }) => frame.strong))
      return { kind: 'clinic', topic: 'cannot-pass-on', lang, why: why(clinic) }
    if (personal.length > 0) {
      const topics = personal.map(({ frame }) => frame.topic)
      const topic = topics.includes('after-treatment')
        ? 'after-treatment'
        : topics.includes('medicine')
          ? 'medicine'
          : 'general'
      return { kind: 'personal', topic, lang, why: why(personal) }
    }
    if (clinic.length > 0) {
      const topic = clinic.every(({ frame }) => frame.topic === 'human') ? 'human' : 'cannot-pass-on'
      return { kind: 'clinic', topic, lang, why: why(clinic) }
    }
    // An idiom hides "dying" or "killing"; suicide and the body's alarms are a topic even in a harmless sentence.
    const topics = ofKind('topic').filter(
      ({ frame, span }) =>
        frame.suicide === true ||
        frame.line === 'emergency-symptoms' ||
        !isShielded(span) ||
        found.some((one) => one.frame.kind === 'loss' || one.frame.kind === 'denial'),
    )
    const suicideTopic = topics.some(({ frame }) => frame.suicide)
    const lines = topics.map(({ frame }) => frame.line)
    const notice = lines.includes('crisis-line')
      ? 'crisis-line'
      : lines.includes('emergency-symptoms')
        ? 'emergency-symptoms'
        : null
    return { kind: 'ordinary', lang, notice, suicideTopic, why: why(topics) }
  }

  function restOf({ reading, found }: Seen): Rest {
    const spans = shieldsAmong(found)
    const isWhole = spans.length === 0
    const isShielded = (at: number) => spans.some(({ from, to }) => from <= at && at < to)
    const rest = reading.tokens.filter((_, at) => !isShielded(at))
    // What is left of "I want to die laughing" says nothing.
    if (!isWhole && rest.length <= LEFTOVER_WORDS) return { text: '', isWhole }
    // "Won't" is read as two words in one place.
    const places = rest.filter(({ start }, at) => start !== rest[at - 1]?.start)
    return { text: places.map(({ start, end }) => reading.text.slice(start, end)).join(' '), isWhole }
  }

  function inContext(question: Seen, history: readonly string[] = [], locale?: Lang): Triage {
    const alone = triageOne(question, locale)
    if (alone.kind === 'crisis' || alone.kind === 'emergency' || history.length === 0) return alone
    // A message that got a card by itself is not carried on: after it a question is a question again.
    const recent = history.slice(-2).filter((earlier) => !isCard(triageOne(see(earlier), locale)))
    for (let i = recent.length - 1; i >= 0; i--) {
      const together = triageOne(see([...recent.slice(i), question.reading.text].join(' ')), locale)
      if (isCard(together)) return together
    }
    return alone
  }

  const triage = (question: string, ...context: Context) => inContext(see(question), ...context)
  const withRest = (question: string, ...context: Context) => {
    const seen = see(question)
    return { triage: inContext(seen, ...context), rest: restOf(seen) }
  }
  return Object.assign(triage, { withRest })
}

/** What a message says besides its figures of speech. */
export interface Rest {
  readonly text: string
  readonly isWhole: boolean
}

/** What went before a question, and the language asked for. */
type Context = [history?: readonly string[], locale?: Lang]

/** How many words stand between the nearest commas or full stops. */
function wordsAround({ tokens }: Reading, { from, to }: Span): number {
  let start = from
  while (start > 0 && !tokens[start]?.comma) start--
  let end = to
  while (end < tokens.length && !tokens[end]?.comma) end++
  return end - start
}

/** A sentence of so few words says nothing else: "suicide", "overdose help please". */
const ALONE_WORDS = 4

const LEFTOVER_WORDS = 3

const ORDER = ['medical', 'violence', 'harm-to-others'] as const

/** Whom a frame is about when its words have this subject; null when it does not hold for that. */
function subjectFor({ who }: Frame, subject: Subject): Subject | null {
  if (who === 'self') return 'self'
  if (subject === 'generic') return null
  if (who === 'other') return 'near'
  if (subject === 'asked' || (who === 'near' && subject !== 'near')) return null
  return subject
}

function isCard({ kind }: Triage): boolean {
  return kind === 'crisis' || kind === 'emergency'
}

/** True when a sentence without any of these words asks a question. */
function asksBeside(reading: Reading, found: readonly Found[]): boolean {
  return reading.tokens.some(({ asked }, i) => {
    if (!asked) return false
    const start = reading.sentenceStart(i)
    return !found.some(({ span }) => span.to > start && span.from <= i)
  })
}
