// Judges whether what a reply quotes may be quoted: whole sentences of an article, none withdrawn, no claim alone.
import type { Knowledge } from '../../knowledge/schema.ts'
import type { AnswerReply } from '../../server/contract.ts'

// The contract's limits, written down here once more: a test that read them from the code could not fail with it.
const PASSAGE_WORDS = 100
const QUOTED_WORDS = 130

export function faultsIn(reply: AnswerReply, { articles }: Knowledge): readonly string[] {
  const sentences = articles.flatMap(({ sections }) => sections.flatMap((section) => section.sentences))
  const caveats = articles.flatMap(({ caveat }) => caveat?.text ?? [])
  const faults: string[] = []
  const quoted = [...reply.passages, ...(reply.caveat ? [reply.caveat] : [])]
  let claims = 0
  for (const { text } of quoted) {
    let rest = text
    while (rest !== '') {
      const next = sentences.find((sentence) => rest === sentence.text || rest.startsWith(`${sentence.text} `))
      if (!next) {
        faults.push(`no whole sentence of an article: ${rest}`)
        break
      }
      if (next.policy === 'never') faults.push(`withdrawn: ${next.text}`)
      if (next.policy === 'claim') claims += 1
      rest = rest.slice(next.text.length).trimStart()
    }
  }
  const isCaveat = (text: string) => caveats.some((caveat) => text.includes(caveat))
  if (claims > 0 && !quoted.some(({ text }) => isCaveat(text))) faults.push('a claim without the caveat')
  const words = (texts: readonly { readonly text: string }[]) =>
    texts
      .map(({ text }) => text)
      .join(' ')
      .split(/\s+/).length
  if (words(reply.passages) > PASSAGE_WORDS) faults.push('passages of more than 100 words')
  if (words(quoted) > QUOTED_WORDS) faults.push('more than 130 words quoted in all')
  return faults
}
