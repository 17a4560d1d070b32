// Sets up what a browser test needs and takes it down again: the built widget, a browser, an assistant, a host page.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { answer } from '../fixtures/replies.ts'
import type { AnswerTo, Assistant } from './assistant.ts'
import { startAssistant, startHostPage } from './assistant.ts'
import { ensureWidgetIsBuilt } from './built-widget.ts'
import { launchBrowser } from './chromium.ts'
import type { HostParts } from './host-pages.ts'
import { hostPage } from './host-pages.ts'
import { visit } from './visit.ts'

export interface Wanted extends HostParts {
  readonly answerTo?: AnswerTo
  /** Attributes of the script tag. */
  readonly tag?: string
  /** Further pages of the host, by path; `/` may be replaced. */
  readonly pages?: (assistant: string) => Readonly<Record<string, string>>
  readonly headers?: (assistant: string) => Readonly<Record<string, string>>
  readonly context?: BrowserContextOptions
  /** Runs in the page before anything of it does. */
  readonly before?: (page: Page) => Promise<unknown>
  readonly missing?: RegExp
}

export interface Stage {
  readonly page: Page
  readonly assistant: Assistant
  readonly host: string
  readonly errors: readonly string[]
}

/** To be called in a test file once; what it returns opens a fresh page for one test. */
export const useStage = (): ((wanted?: Wanted) => Promise<Stage>) => {
  let browser: Browser
  const endings: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    await ensureWidgetIsBuilt()
    browser = await launchBrowser()
  }, 120_000)
  afterEach(async () => {
    await Promise.all(endings.splice(0).map((end) => end()))
  })
  afterAll(() => browser.close())

  return async (wanted = {}) => {
    const assistant = await startAssistant(wanted.answerTo ?? (() => ({ body: answer })))
    assistant.missing = wanted.missing ?? null
    const host = await startHostPage(
      { '/': hostPage(assistant.origin, wanted.tag, wanted), ...wanted.pages?.(assistant.origin) },
      wanted.headers?.(assistant.origin),
    )
    const { page, errors, leave } = await visit(browser, host.origin, wanted.context, wanted.before)
    endings.push(leave, assistant.kill, host.close)
    return { page, assistant, host: host.origin, errors }
  }
}
