// What the panel's components are given: what they draw, and what a visitor can make happen.
import type { VNode } from 'preact'
import type { Lang, Phone } from '../server/contract.ts'
import type { Copy } from './copy.ts'
import type { Frame } from './frame.ts'
import type { Seat } from './seat.ts'
import type { Settings } from './settings.ts'

export interface Chat {
  readonly seat: Seat
  readonly lang: Lang
  readonly copy: Copy
  readonly settings: Settings
  readonly phone: Phone
  readonly frame: Frame
  /** What stands in the composer. */
  readonly draft: string
  /** Everything from the first question on; comes as a chunk of its own. Missing: on its way, or not to be had. */
  readonly talk: Talk | undefined
  /** A question is waiting for that chunk, or the chunk could not be had for it. */
  readonly delivery: 'none' | 'on-its-way' | 'impossible'
  type(text: string): void
  /** `keepDraft`: the question does not come from the composer, so what stands there stays. */
  send(question: string, keepDraft?: boolean): void
  startOver(): void
  announce(name: EventName): void
  draw(): void
}

/** What the page may know: that something happened, never what. Dispatched as `clinic-chat:<name>` with no detail. */
export type EventName = 'open' | 'ask' | 'reply' | 'call' | 'close'

/** The face of the talk chunk. */
export interface Talk {
  /** True once there is something to start over from. */
  hasTurns(): boolean
  /** Once a card was shown in this session: the slim bar with 988 and 911. */
  crisisBar(): VNode | null
  /** The turns, to be drawn into the transcript. */
  view(): VNode
  send(question: string): void
  startOver(): void
  /** Stops its timers and listeners. */
  end(): void
}

export interface TalkModule {
  createTalk(parts: TalkParts): Talk
}

export interface TalkParts {
  /** The chat as it is at that moment. */
  readonly chat: () => Chat
  /** Adds a style sheet to the shadow root. */
  readonly adopt: (css: string) => void
}
