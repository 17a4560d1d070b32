// What the launcher hands to the panel, and what the panel offers in return.
import type { Lang, Phone } from '../server/contract.ts'
import type { Source } from './config.ts'

/** Where stored.ts keeps the conversation; its presence tells the launcher that there may be a crisis bar to show. */
export const STORAGE_KEY = 'clinic-chat'

export interface Seat extends Source {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly launcher: HTMLButtonElement
  readonly lang: Lang
  /** The clinic's, or the one in the snippet. */
  readonly phone: Phone
}

export interface Panel {
  open(): void
  close(): void
  /** Opens the panel and asks as if the visitor had typed it. */
  ask(question: string): void
  /** Start over: forgets the transcript. The crisis bar stays. */
  reset(): void
  /** The host element has been put elsewhere in the document. */
  moved(): void
  /** Takes back everything the panel added to the page, listeners included. */
  unmount(): void
}

/** The face of the panel's chunk. */
export interface PanelModule {
  mountPanel(seat: Seat): Panel
}
