// Who answers a question: the triage in the page when it knows a card, else the server, else the answering core in the page.
import type { AskRequest, CrisisReply, EmergencyReply, Handoff, Phone, Reply } from '../server/contract.ts'
import type { Wire } from './ask.ts'
import { ask } from './ask.ts'
import type { Outcome } from './conversation.ts'

/** The safety chunk's face: the server's frames, run here, so that a card appears at once, with or without a network. */
export interface SafetyModule {
  cardFor(request: AskRequest, handoff: Handoff): CrisisReply | EmergencyReply | null
  /** True when these words, after a card, say that it was none of that. */
  isDenial(text: string): boolean
}

/** The offline chunk's face: the server's answering core with its knowledge and a smaller model. */
export interface OfflineModule {
  /** @param phone The clinic's, by the launcher or the tag: the chunk holds none, because it may be kept for ever. */
  answer(request: AskRequest, now: Date, phone: Phone): Reply
}

export interface Sources {
  readonly wire: Wire
  readonly server: string
  readonly loadSafety?: () => Promise<SafetyModule>
  readonly loadOffline?: () => Promise<OfflineModule>
  /** The handoff that can be given without the server. */
  readonly handoff: Handoff
}

export interface Answering {
  answer(request: AskRequest): Promise<Outcome>
  /** False without the safety chunk: the card then stays until it is put away by its button. */
  isDenial(text: string): boolean
  /** Fetches the safety chunk, so that it is there when it is needed; to be asked again when it could not be had. */
  prepareSafety(): void
  prepareOffline(): void
}

export const createAnswering = (sources: Sources): Answering => {
  let safety: SafetyModule | undefined
  const offline = once(sources.loadOffline)

  const cardHere = (request: AskRequest) => {
    try {
      return safety?.cardFor(request, sources.handoff)
    } catch {
      // A page that has patched what triage builds on must not cost the visitor the server's reply.
      return null
    }
  }

  const answerHere = (core: OfflineModule | undefined, request: AskRequest) => {
    try {
      return core?.answer(request, new Date(), sources.handoff.phone)
    } catch {
      return undefined
    }
  }

  return {
    async answer(request) {
      const card = cardHere(request)
      if (card) return { at: 'replied', reply: card }
      const outcome = await ask(sources.wire, sources.server, request)
      // "busy" and "refused" are the server's own word; to answer here would go round it.
      if (outcome.at !== 'failed' || outcome.fault === 'busy' || outcome.fault === 'refused') return outcome
      // Here already, or within the reach of a visitor who has waited long enough.
      const reply = answerHere(await Promise.race([offline(), pause(PATIENCE_MS)]), request)
      return reply ? { at: 'replied', reply } : outcome
    },
    isDenial: (text) => safety?.isDenial(text) ?? false,
    prepareSafety: () => {
      if (safety) return
      sources.loadSafety?.().then((module) => {
        safety = module
      }, ignore)
    },
    prepareOffline: () => {
      offline()
    },
  }
}

/** For the offline chunk, when it is first wanted after the server has failed: that may hang as the server does. */
const PATIENCE_MS = 3000

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms))

/** A chunk that cannot be had is not an error here: the server answers, or the handoff stands alone. */
const ignore = () => {}

/** Asks again after a failure; the network may be back. */
const once = <Module>(load: (() => Promise<Module>) | undefined) => {
  let module: Module | undefined
  return async (): Promise<Module | undefined> => {
    module ??= await load?.().catch(() => undefined)
    return module
  }
}
