// Typed arrays ↔ base64, as they travel in JSON. In Node, in Workers and in browsers.

export function base64(array: Uint8Array | Uint16Array | Uint32Array | Int8Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** A plain loop: `Uint8Array.from` with a function takes twenty times as long, and a server waits for it to start. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const all = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) all[at] = text.charCodeAt(at)
  return all
}
