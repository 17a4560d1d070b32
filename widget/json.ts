// JSON on pages whose libraries have patched it, and without links that run script.
//
// Prototype.js gives arrays, strings and objects a toJSON that makes JSON.stringify write text where a list should be.
// A primitive string is the one value whose toJSON is never asked for; so only strings are left to the page's JSON.

export const writeJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`
  if (!value || typeof value !== 'object') return JSON.stringify(value ?? null)
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : `${JSON.stringify(name)}:${writeJson(member)}`,
  )
  return `{${members.join()}}`
}

const HARMLESS = /^(https?|tel|sms|mailto):/i

/** The value, or `undefined` when the text is not JSON. A link of any other scheme ("javascript:") comes out empty. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text, (name, value) =>
      (name === 'href' || name === 'url') && !HARMLESS.test(value) ? '' : value,
    )
  } catch {
    return undefined
  }
}
