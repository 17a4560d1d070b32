// Asks the server. The widget's only fetch.
import type { AskRequest } from '../server/contract.ts'
import type { Outcome } from './conversation.ts'
import { readJson, writeJson } from './json.ts'
import { parseProblem, parseReply } from './parse-reply.ts'

/** From sending to the whole reply, the second try included. */
export const TIMEOUT_MS = 8000
/** Before the second try; up to twice as long, so that visitors cut off together do not come back together. */
const RETRY_PAUSE_MS = 300

export interface Wire {
  readonly fetch: typeof fetch
  /** 0…1 */
  readonly random: () => number
}

/** Never rejects: whatever goes wrong is an outcome. `server`: any URL on the server's origin. */
export const ask = async (wire: Wire, server: string, request: AskRequest): Promise<Outcome> => {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), TIMEOUT_MS)
  const post = async (): Promise<Outcome> => {
    const response = await wire.fetch(new URL('/api/ask', server).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: writeJson(request),
      // Nothing that would tell the server, or a log beside it, who asks or where.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: giveUp.signal,
    })
    return read(response.status, await response.text())
  }
  try {
    return await post().catch(async (reason) => {
      if (giveUp.signal.aborted) throw reason
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS * (1 + wire.random())))
      return post()
    })
  } catch {
    return { at: 'failed', fault: giveUp.signal.aborted ? 'slow' : 'unreachable', detail: null, handoff: null }
  } finally {
    clearTimeout(timer)
  }
}

const read = (status: number, text: string): Outcome => {
  const body = readJson(text)
  const reply = status === 200 ? parseReply(body) : null
  if (reply) return { at: 'replied', reply }
  const fault = status === 429 ? 'busy' : status >= 400 && status < 500 ? 'refused' : 'broken'
  return { at: 'failed', fault, ...parseProblem(body) }
}
