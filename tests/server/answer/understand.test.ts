// A turn in the light of the earlier one, and two questions in one message.
import { describe, expect, test } from 'vitest'
import { ask, knowledge } from './real-assistant.ts'

const askAfter = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', { history: turns.slice(0, -1).slice(-2) })
const titleOf = (id: string) => knowledge.entries.find((entry) => entry.id === id)?.question ?? ''
const PANIC = titleOf('panic-disorder')

describe('a follow-up', () => {
  test('changes the topic of the earlier question', () => {
    expect(askAfter(PANIC, 'what about social')).toMatchObject({ kind: 'answer', entry: 'social-anxiety' })
    expect(askAfter(PANIC, 'and phobias?')).toMatchObject({ kind: 'answer', entry: 'phobias' })
    expect(askAfter('does ketamine help depression', 'and ptsd?')).toMatchObject({ entry: 'ketamine-for-ptsd' })
  })

  test('asks the earlier question further', () => {
    expect(askAfter(titleOf('how-ketamine-is-given'), 'how long')).toMatchObject({ entry: 'dosage-and-duration' })
    expect(askAfter(titleOf('anxiety-causes'), 'why')).toMatchObject({ entry: 'anxiety-causes' })
  })

  test('gets the section’s next entry for "tell me more", and is told when there is none', () => {
    const section = knowledge.entries.filter((entry) => entry.section === 'In Conclusion')
    const [first, second] = section
    expect(askAfter(first?.question ?? '', 'tell me more')).toMatchObject({ kind: 'answer', entry: second?.id })
    const reply = askAfter(section.at(-1)?.question ?? '', 'tell me more')
    expect(reply).toMatchObject({ kind: 'decline', message: knowledge.copy.en['decline-no-more'] })
  })

  test('gets the same honest no when a gap is pressed', () => {
    const gap = knowledge.gaps.find(({ id }) => id === 'cost')
    for (const pressed of ['ballpark?', 'really?', 'roughly'])
      expect(askAfter('how much does it cost', pressed)).toMatchObject({ kind: 'decline', message: gap?.message.en })
  })

  test('keeps a personal question personal', () => {
    const asked = 'can i take ketamine with my xanax'
    expect(ask(asked)).toMatchObject({ kind: 'decline', reason: 'personal' })
    expect(askAfter(asked, 'just yes or no')).toMatchObject({ kind: 'decline', reason: 'personal' })
  })

  test('inherits nothing when it is a whole question', () => {
    const whole = 'how is ketamine given at the clinic'
    expect(askAfter(PANIC, whole)).toEqual(ask(whole))
    expect(askAfter('how much does it cost', titleOf('phobias'))).toEqual(ask(titleOf('phobias')))
  })
})

describe('choices that were offered', () => {
  const asked = ['ketamine and the brain', 'brain', 'how long', 'studies', 'feel', 'ketamine ptsd', 'fast'].find(
    (question) => ask(question).kind === 'clarify',
  )
  const offered = ask(asked ?? '')
  const choices = offered.kind === 'clarify' ? offered.choices.map(({ question }) => question) : []

  test('are taken up by place, in figures or in words', () => {
    expect(choices.length).toBeGreaterThanOrEqual(2)
    for (const turn of ['1', 'the first one', 'first'])
      expect(askAfter(asked ?? '', turn)).toMatchObject({ kind: 'answer', title: choices[0] })
    expect(askAfter(asked ?? '', 'the second one')).toMatchObject({ kind: 'answer', title: choices[1] })
  })

  test('are repeated for "yes", and given up for "neither"', () => {
    expect(askAfter(asked ?? '', 'yes')).toEqual(offered)
    const none = knowledge.copy.en['decline-none-of-these']
    expect(askAfter(asked ?? '', 'neither')).toMatchObject({ kind: 'decline', message: none })
  })
})

test('our own question is answered after a story, too', () => {
  const story = 'My sister drives a bus and my brother in law sells boats, they talk of nothing else at dinner.'
  expect(ask(`${story} ${PANIC}`)).toMatchObject({ kind: 'answer', entry: 'panic-disorder' })
})

describe('two questions in one', () => {
  test('are both answered when both are covered', () => {
    const reply = ask('What is social anxiety disorder? And what causes anxiety disorders?')
    const entries = reply.kind === 'answer' ? new Set(reply.passages.map(({ entry }) => entry)) : []
    expect([...entries]).toEqual(['social-anxiety', 'anxiety-causes'])
  })

  test('name the uncovered half in the handoff', () => {
    const reply = ask('what is a panic attack and how much does an infusion cost?')
    expect(reply).toMatchObject({ kind: 'answer', entry: 'panic-disorder' })
    const cost = knowledge.gaps.find(({ id }) => id === 'cost')
    expect(reply.handoff.message).toContain(cost?.topic.en)
  })

  test('never make a reply longer than a reply may be', () => {
    const titles = knowledge.entries.map(({ question }) => question)
    const words = (text: string) => text.split(/\s+/).length
    for (let at = 1; at < titles.length; at++) {
      const reply = ask(`${titles[at - 1]} And ${titles[at]}`)
      if (reply.kind !== 'answer') continue
      const passages = reply.passages.reduce((sum, { text }) => sum + words(text), 0)
      expect(passages).toBeLessThanOrEqual(100)
      expect(passages + words(reply.caveat?.text ?? '')).toBeLessThanOrEqual(130)
    }
  })
})
