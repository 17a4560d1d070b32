// Every state of the widget that a visitor can see, each with the way to it. For screenshots and for the axe test.
import type { Page } from 'playwright-core'
import * as replies from '../fixtures/replies.ts'
import type { Assistant, Canned } from './assistant.ts'
import { ask, composer, open, panel } from './visit.ts'

export interface Scene {
  readonly name: string
  /** Attributes of the script tag. */
  readonly tag?: string
  readonly answerTo?: Assistant['answerTo']
  readonly missing?: RegExp
  readonly steps: (page: Page) => Promise<void>
}

const asking =
  (...questions: readonly string[]) =>
  async (page: Page) => {
    await open(page)
    for (const question of questions) await ask(page, question)
  }
const canned =
  (body: Canned['body'], status = 200) =>
  (): Canned => ({ body, status })
const one = (name: string, body: Canned['body'], question: string, tag = ''): Scene => ({
  name,
  tag,
  answerTo: canned(body),
  steps: asking(question),
})

export const SCENES: readonly Scene[] = [
  { name: 'closed', steps: (page) => page.locator('clinic-chat button').waitFor() },
  { name: 'open', steps: open },
  {
    name: 'waiting',
    answerTo: () => 'hang',
    steps: async (page) => {
      await open(page)
      await composer(page).fill('what is a panic attack')
      await page.keyboard.press('Enter')
      await page.locator('.looking').waitFor()
    },
  },
  one('answer', replies.answer, 'what is a panic attack'),
  one('two-answers', replies.both, 'panic attacks or just shy?'),
  one('claim', replies.claim, 'how fast does ketamine work'),
  one('spanish', replies.spanish, '¿qué es un ataque de pánico?', 'data-lang="es"'),
  one('clarify', replies.clarify, 'tell me about anxiety'),
  one('clinic', replies.clinic, 'when are you open'),
  one('decline', replies.decline, 'how much is it'),
  one('smalltalk', replies.smalltalk, 'thanks'),
  one('crisis', replies.crisis, 'I don’t want to be here any more'),
  one('emergency', replies.emergency, 'my chest hurts and I can’t breathe'),
  one('violence', replies.violence, 'he hit me'),
  one('two-languages', replies.bilingual, 'x'),
  { name: 'second-card', answerTo: canned(replies.crisis), steps: asking('x', 'y') },
  {
    name: 'crisis-then-closed',
    answerTo: canned(replies.crisis),
    steps: async (page) => {
      await asking('I don’t want to be here any more')(page)
      await page.keyboard.press('Escape')
      await panel(page).waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'folded-card',
    answerTo: canned(replies.crisis),
    steps: async (page) => {
      await asking('I don’t want to be here any more')(page)
      await page.getByRole('button', { name: 'Not what I meant' }).click()
    },
  },
  {
    name: 'two-turns',
    answerTo: ({ question }) => ({ body: question.startsWith('what') ? replies.answer : replies.decline }),
    steps: asking('what is a panic attack', 'how much is it?'),
  },
  {
    name: 'error',
    answerTo: canned(replies.problem(500, 'Please try again, or call the clinic.'), 500),
    missing: /offline/,
    steps: asking('what is a panic attack'),
  },
  { name: 'unreachable', answerTo: () => 'hang-up', missing: /offline/, steps: asking('what is a panic attack') },
  {
    name: 'too-long',
    steps: async (page) => {
      await open(page)
      await composer(page).fill('word '.repeat(900))
    },
  },
  {
    name: 'privacy',
    steps: async (page) => {
      await open(page)
      await page.getByText('Privacy', { exact: true }).click()
    },
  },
  {
    name: 'notice',
    tag: 'data-notice="Closed Thursday for Thanksgiving" data-color="#f2c14e"',
    steps: open,
  },
  { name: 'call-only', tag: 'data-mode="call-only"', steps: openBox },
  { name: 'panel-missing', missing: /panel/, steps: openBox },
]

async function openBox(page: Page) {
  await page.locator('clinic-chat button').click()
  await page.getByRole('link', { name: /Call \(561\)/ }).waitFor()
}
