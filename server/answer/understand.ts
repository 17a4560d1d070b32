// A turn → what it asks: by itself, as two questions in one, or in the light of the earlier turn.
import type { Entry, Knowledge } from '../../knowledge/schema.ts'
import type { Lang } from '../contract.ts'
import { createClauses } from './clauses.ts'
import type { Correction } from './correct.ts'
import { createCorrect } from './correct.ts'
import type { Decision } from './decide.ts'
import { createDecide, sharesSentence, wordsOf } from './decide.ts'
import type { WordTools } from './dictionary.ts'
import { createDictionary } from './dictionary.ts'
import { createFollowUpReader } from './follow-up.ts'
import type { Model } from './model.ts'
import { normalize } from './normalize.ts'
import type { Ranked } from './rank.ts'
import { blend, createRank } from './rank.ts'
import type { Thresholds } from './thresholds.ts'
import { thresholds } from './thresholds.ts'

export interface Understanding {
  readonly words: readonly string[]
  readonly corrections: readonly Correction[]
  /** Best first; empty when an entry's own question or a follow-up decided. */
  readonly candidates: readonly Ranked[]
  readonly decision: Decision
  /** True when the turn was read in the light of the earlier one. */
  readonly follows: boolean
  /** True when the turn is an entry's own question. */
  readonly titled: boolean
}

export type Understand = (question: string, history?: readonly string[], lang?: Lang) => Understanding

/** @param limits the reduced model's own, where it is the one. */
export function createUnderstand(
  knowledge: Knowledge,
  model: Model,
  { correct, dictionary }: WordTools = { correct: createCorrect(model), dictionary: createDictionary(model) },
  limits: Thresholds = thresholds,
): Understand {
  const { rewrites, questionHeads } = knowledge.lexicon
  const rank = createRank(model, dictionary)
  const decide = createDecide(knowledge, limits)
  const readFollowUp = createFollowUpReader(knowledge.lexicon)
  const everyday = new Set(knowledge.lexicon.followUps.everyday)
  const isEveryday = (word: string) => everyday.has(word)
  const clausesOf = createClauses(questionHeads)
  const titles = new Map(
    knowledge.entries.flatMap((entry) =>
      [entry.question, entry.questionEs].map((title) => [normalize(title, rewrites).join(' '), entry] as const),
    ),
  )

  const judge = (words: readonly string[], candidates: readonly Ranked[], corrections: readonly Correction[] = []) => ({
    ...{ words, corrections, candidates, follows: false, titled: false },
    decision: words.length === 0 ? NOTHING : decide(candidates),
  })

  function alone(question: string, lang: Lang): Understanding {
    const typed = normalize(question, rewrites)
    const entry = titles.get(typed.join(' '))
    if (entry)
      return { words: typed, corrections: [], candidates: [], decision: answerOf(entry), follows: false, titled: true }
    const { words, corrections } = correct(typed, lang)
    return judge(words, rank(words), corrections)
  }

  /**
   * Each question of a message by itself, the second in the light of the first ("… and how long does it last?"). Only
   * what the message as a whole does not rule out counts, or what is our own question to the word: a clause torn out of
   * a story may mean anything.
   */
  function together(question: string, lang: Lang, whole: readonly Ranked[]): Decision | null {
    const parts = clausesOf(question)
    const [only] = parts
    // One question after a story is read with its story, unless it is our own to the word.
    if (parts.length === 1 && only) {
      const { titled, decision } = alone(only, lang)
      return titled ? decision : null
    }
    const isSpokenOf = (id: string) =>
      whole.some((one) => one.class.id === id && one.confidence >= limits.partOfQuestion)
    const readings: Understanding[] = []
    for (const part of parts) {
      const before = readings.at(-1)
      readings.push(inContext(part, lang, before && (() => before)))
    }
    // The best of each: one clause is one question, however near its second reading is.
    const entries = readings.flatMap(({ decision, titled }) =>
      decision.kind === 'answer' && (titled || isSpokenOf(decision.entries[0].id)) ? [decision.entries[0]] : [],
    )
    const [first, second] = entries.filter(
      (one, at) => !entries.slice(0, at).some((other) => sharesSentence(other, one)),
    )
    if (!first) return null
    if (second && wordsOf([first, second]) <= MAX_WORDS_OF_TWO)
      return { kind: 'answer', entries: [first, second], besides: null }
    const other = readings
      .map(({ decision }) => decision)
      .find((one) => one.kind === 'other' && one.class.kind === 'gap' && isSpokenOf(one.class.id))
    return other?.kind === 'other' ? { kind: 'answer', entries: [first], besides: other.class } : null
  }

  function understand(question: string, history: readonly string[] = [], lang: Lang = 'en'): Understanding {
    const earlier = history.at(-1)
    return inContext(
      question,
      lang,
      earlier === undefined ? undefined : () => understand(earlier, history.slice(0, -1), lang),
    )
  }

  function inContext(question: string, lang: Lang, earlierTurn: (() => Understanding) | undefined): Understanding {
    const own = alone(question, lang)
    if (own.titled) return own
    const turn = earlierTurn && inTheLightOf(own, lang, earlierTurn)
    if (turn) return { ...turn, follows: true }
    const both = together(question, lang, own.candidates)
    return both ? { ...own, decision: both } : own
  }

  function inTheLightOf(own: Understanding, lang: Lang, earlierTurn: () => Understanding): Understanding | null {
    const followUp = readFollowUp(own.words)
    if (!followUp && own.words.length > MAX_PICK_WORDS) return null
    const before = earlierTurn()
    const said = (decision: Decision): Understanding => ({ ...own, candidates: [], decision })
    const wasOffered = before.decision.kind === 'clarify' ? before.decision.entries : null
    if (!followUp) {
      const picked = wasOffered && pickedByWords(own, wasOffered, limits.pick)
      return picked ? said(answerOf(picked)) : null
    }
    switch (followUp.kind) {
      case 'pick': {
        const picked = wasOffered?.[followUp.place]
        return picked ? said(answerOf(picked)) : null
      }
      case 'yes':
        return wasOffered ? said(before.decision) : null
      case 'no':
        return wasOffered ? said({ kind: 'nothing-found', copy: 'decline-none-of-these' }) : null
      case 'insist':
        return before.decision.kind === 'other' ? said(before.decision) : null
      case 'more':
        return said(more(before.decision))
      case 'about':
      case 'further': {
        if (before.decision.kind === 'nothing-found' || isSmalltalk(before.decision)) return null
        if (followUp.kind === 'further') {
          // "Really?" after a gap: there is nothing more to say of it.
          if (before.decision.kind === 'other' && own.words.every(isEveryday)) return said(before.decision)
          const joined = rank([...before.words, ...own.words])
          return judge(own.words, blend(joined, own.candidates, limits.further), own.corrections)
        }
        const { words, corrections } = correct(followUp.words, lang)
        // "What about X" asks of something else, so the earlier answer is the least likely.
        const swapped = withSwapped(before, words)
        return judge(own.words, blend(swapped, rank(words), limits.about, idsOf(before.decision)), corrections)
      }
    }
    return followUp satisfies never
  }

  /** The earlier question with one of its words swapped for the new topic: the word whose swap makes most sense. */
  function withSwapped(before: Understanding, topic: readonly string[]): readonly Ranked[] {
    const earlier = before.words.slice(0, MAX_SWAPPED)
    const readings = earlier
      .flatMap((word, at) => (isEveryday(word) ? [] : [[...earlier.slice(0, at), ...topic, ...earlier.slice(at + 1)]]))
      .map((words) => rank(words))
    const except = idsOf(before.decision)
    const sureness = (ranked: readonly Ranked[]) =>
      ranked.find((one) => !except.includes(one.class.id))?.confidence ?? 0
    const [best] = readings.sort((a, b) => sureness(b) - sureness(a))
    return best ?? rank([...earlier, ...topic])
  }

  function more(before: Decision): Decision {
    if (before.kind === 'other' || before.kind === 'clarify') return before
    const shown = before.kind === 'answer' ? before.entries : []
    const last = shown.at(-1)
    const neighbours = knowledge.entries.filter(
      ({ article, section }) => article === last?.article && section === last.section,
    )
    const next = neighbours
      .slice(neighbours.findIndex(({ id }) => id === last?.id) + 1)
      .find((entry) => entry.say.length > 0 && !shown.some((one) => sharesSentence(one, entry)))
    return next ? answerOf(next) : { kind: 'nothing-found', copy: 'decline-no-more' }
  }

  return understand
}

/** Words of an earlier question tried for a swap: each costs one ranking. */
const MAX_SWAPPED = 12

const NOTHING: Decision = { kind: 'nothing-found', copy: 'decline-nothing-found' }

const answerOf = (entry: Entry): Decision => ({ kind: 'answer', entries: [entry], besides: null })

/** A choice taken up in words of one's own ("the panic one"): the one those words fit clearly best. */
const MAX_PICK_WORDS = 5
function pickedByWords(own: Understanding, offered: readonly Entry[], least: number): Entry | null {
  const confidence = ({ id }: Entry) => own.candidates.find((one) => one.class.id === id)?.confidence ?? 0
  const [best, next] = [...offered].sort((a, b) => confidence(b) - confidence(a))
  if (!best || !next) return null
  const isClear = confidence(best) >= least && confidence(best) >= 3 * confidence(next)
  return isClear ? best : null
}

function idsOf(decision: Decision): readonly string[] {
  return decision.kind === 'answer' ? decision.entries.map(({ id }) => id) : []
}

function isSmalltalk(decision: Decision): boolean {
  return decision.kind === 'other' && decision.class.kind === 'smalltalk'
}

/** The contract allows 100 words of passages and 130 with the caveat; two entries must stay inside both. */
const MAX_WORDS_OF_TWO = 85
