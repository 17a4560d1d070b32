// Adds sentences to a policy file's `never`, leaving everything else in it, comments included, as people wrote it.
import { isMap, isSeq, parseDocument } from 'yaml'

/** @returns the new text, and how many sentences were not there before. */
export function withdraw(policy: string, sentences: readonly string[], why: string): { text: string; added: number } {
  const document = parseDocument(policy)
  const never = document.get('never')
  const starts = isSeq(never)
    ? never.items.flatMap((rule) => (isMap(rule) ? [String(rule.get('sentence') ?? '')] : []))
    : []
  const fresh = [...new Set(sentences)].filter(
    (text) => !starts.some((start) => start !== '' && text.startsWith(start)),
  )
  if (fresh.length === 0) return { text: policy, added: 0 }
  if (!isSeq(never)) document.set('never', document.createNode([]))
  for (const sentence of fresh) document.addIn(['never'], document.createNode({ sentence, why }))
  const list = document.get('never')
  // `never: []` would go on in one line.
  if (isSeq(list)) list.flow = false
  return { text: document.toString({ lineWidth: 0 }), added: fresh.length }
}
