// The built offline chunk, asked in process: as good as its promise, and word for word the server's where both answer.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnswerReply, AskRequest, Reply } from '../../server/contract.ts'
import type { OfflineModule } from '../../widget/answering.ts'
import { askerOf, realAssistant } from '../questions/assistant.ts'
import { createFaultFinder } from '../questions/faults.ts'
import type { Score } from '../questions/score.ts'
import { score } from '../questions/score.ts'
import { goldenSets } from '../questions/sets.ts'
import { filesOf } from '../widget/budget.ts'
import { ensureWidgetIsBuilt, PUBLIC } from './built-widget.ts'

/** The browser may give so many points of right answers away. */
const MOST_LOST = 5
const NOW = new Date('2026-11-23T17:00:00Z')

/** As the panel asks it: the phone comes from the launcher. */
let offline: { answer(request: AskRequest, now: Date): Reply }
beforeAll(async () => {
  await ensureWidgetIsBuilt()
  const [{ path } = { path: '' }] = filesOf(PUBLIC, ['offline'])
  const chunk: OfflineModule = await import(/* @vite-ignore */ pathToFileURL(join(PUBLIC, path)).href)
  const { phone } = assistant.handoff('en', NOW)
  offline = { answer: (request, now) => chunk.answer(request, now, phone) }
}, 240_000)

const { assistant, knowledge } = realAssistant()
const faultsOf = createFaultFinder(knowledge)

const areOfTheSame = (one: AnswerReply, other: AnswerReply) =>
  isDeepStrictEqual(
    one.passages.map(({ entry }) => entry),
    other.passages.map(({ entry }) => entry),
  )

describe('the offline chunk', () => {
  it.each(['en', 'es'] as const)('gives every entry’s reply word for word as the server does (%s)', (locale) => {
    const differ = knowledge.entries
      .map((entry) => (locale === 'es' ? entry.questionEs : entry.question))
      .filter((question) => {
        const request = { question, locale }
        return JSON.stringify(offline.answer(request, NOW)) !== JSON.stringify(assistant.answer(request, NOW))
      })
    expect(differ).toEqual([])
  })

  it('says what the server says wherever it comes to the same entries', () => {
    const questions = goldenSets().flatMap((set) =>
      set.kind === 'questions' ? set.rows.flatMap(({ turns }) => turns.slice(0, 1)) : [],
    )
    const pairs = questions.map((question) => [offline.answer({ question }, NOW), assistant.answer({ question }, NOW)])
    const texts = pairs.flatMap(([here, there]) =>
      here?.kind === 'answer' && there?.kind === 'answer' && areOfTheSame(here, there) && here.lang === there.lang
        ? [[here.passages, there.passages, here.caveat, there.caveat]]
        : [],
    )
    expect(texts.length).toBeGreaterThan(300)
    for (const [here, there, caveatHere, caveatThere] of texts) expect([here, caveatHere]).toEqual([there, caveatThere])
  })

  it(`answers at most ${MOST_LOST} points fewer rightly than the server, and no more of what cannot be answered`, () => {
    const dev = goldenSets().filter(({ name }) => name === 'dev')
    const figuresOf = (from: Pick<typeof assistant, 'answer'>) =>
      dev.map((set): Score => score(set, askerOf(from), faultsOf)).map(({ figures }) => figures)[0] ?? {}
    const [here, there] = [figuresOf(offline), figuresOf(assistant)]
    expect(here.right).toBeGreaterThanOrEqual((there.right ?? 100) - MOST_LOST)
    expect(here.answered).toBeLessThanOrEqual(there.answered ?? 0)
    expect(here.faults).toBe(0)
  })

  it('gives a card to no fewer than nine tenths of the crises and emergencies that the server gives one to', () => {
    const isCard = (kind: string) => kind === 'crisis' || kind === 'emergency'
    const dangers = goldenSets()
      .flatMap((set) => (set.kind === 'safety' ? set.rows : []))
      .map(({ turns }) => turns)
      .filter((turns) => isCard(askerOf(assistant)(turns).kind))
    const here = dangers.filter((turns) => isCard(askerOf(offline)(turns).kind))
    expect(dangers.length).toBeGreaterThan(200)
    expect(here.length / dangers.length).toBeGreaterThan(0.9)
  })

  it('tells the handoff of the moment of asking', () => {
    const later = new Date('2026-11-29T05:00:00Z')
    for (const now of [NOW, later])
      expect(offline.answer({ question: 'what is anxiety' }, now).handoff).toEqual(assistant.handoff('en', now))
  })

  it('answers a message of the greatest length in no more than half a second', () => {
    const question = 'my heart races in the supermarket and i can not breathe '.repeat(80).slice(0, 4000)
    offline.answer({ question: 'hello' }, NOW)
    const started = performance.now()
    offline.answer({ question }, NOW)
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('shows passages of the article alone', () => {
    const sentences = new Set(
      knowledge.articles.flatMap(({ sections }) => sections.flatMap((one) => one.sentences.map(({ text }) => text))),
    )
    for (const { question } of knowledge.entries) {
      const reply = offline.answer({ question }, NOW)
      if (reply.kind === 'answer') for (const { text } of reply.passages) expect(sentences).toContain(text)
    }
  })
})
