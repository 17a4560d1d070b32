// How much one answer may say.

/** Words an answer's passages may hold in all; more would be a page, not an answer. */
export const MAX_PASSAGE_WORDS = 100

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
