// Reads the JSON body of a request: type and size are looked at first, and never more is read than is allowed.
import { LIMITS } from './contract.ts'
import type { Refusal } from './problems.ts'

export type ReadBody =
  | { readonly read: true; readonly json: unknown }
  | { readonly read: false; readonly refusal: Refusal }

const TOO_LARGE: Refusal = { slug: 'body-too-large', values: { limit: String(LIMITS.bodyBytes) } }

export async function readJsonBody(request: Request): Promise<ReadBody> {
  if (!isJson(request.headers)) return refuse({ slug: 'unsupported-content-type' })
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > LIMITS.bodyBytes) return refuse(TOO_LARGE)
  try {
    // A declared length is kept by the HTTP parser; without one the bytes are counted as they come.
    const text = declared === null ? await readCapped(request) : await request.text()
    if (text === null) return refuse(TOO_LARGE)
    return { read: true, json: JSON.parse(text) }
  } catch {
    return refuse({ slug: 'unreadable-json' }) // not JSON, or the visitor went away before all of it had come
  }
}

function refuse(refusal: Refusal): ReadBody {
  return { read: false, refusal }
}

function isJson(headers: Headers): boolean {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  return type === 'application/json' && encoding === 'identity'
}

/** The body as text, or `null` as soon as it is larger than allowed. Bytes that are not UTF-8 become U+FFFD: the rest still has to be triaged. */
async function readCapped(request: Request): Promise<string | null> {
  if (!request.body) return ''
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > LIMITS.bodyBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
