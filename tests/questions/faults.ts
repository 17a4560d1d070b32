// What no reply may ever do, whatever the question: counted in every scored set, and always to be nought.
import type { Knowledge } from '../../knowledge/schema.ts'
import type { Reply } from '../../server/contract.ts'
import { countWords, isCard } from './judge.ts'
import { sentenceTexts, squeeze } from './sets.ts'

/** Passages and caveat together. */
const MAX_QUOTED_WORDS = 130

/** The reply → what is wrong with it, in a few words each. */
export function createFaultFinder({ articles }: Pick<Knowledge, 'articles'>): (reply: Reply) => readonly string[] {
  const sentences = [...sentenceTexts().values()]
  const all = articles.flatMap(({ sections }) => sections.flatMap((section) => section.sentences))
  const never = all.filter(({ policy }) => policy === 'never').map(({ text }) => squeeze(text))

  function isWholeSentences(text: string): boolean {
    let rest = text
    while (rest) {
      const next = sentences.find((one) => rest === one || rest.startsWith(`${one} `))
      if (next === undefined) return false
      rest = rest.slice(next.length).trim()
    }
    return true
  }

  return (reply) => {
    const faults: string[] = []
    if (!/^tel:\+?\d/.test(reply.handoff.phone.href)) faults.push('no telephone')
    if (isCard(reply)) {
      const contacts = reply.resources.flatMap((resource) => resource.contacts)
      const hrefs = contacts.map(({ href }) => href)
      const isFirst =
        reply.kind === 'emergency' ? hrefs[0] === 'tel:911' : hrefs.slice(0, 2).some((href) => /:988$/.test(href))
      if (!isFirst || contacts.some(({ display }) => display === '')) faults.push('wrong number first on a card')
    }
    if (reply.kind !== 'answer') return faults
    const quoted = [...reply.passages, ...(reply.caveat ? [reply.caveat] : [])].map(({ text }) => squeeze(text))
    if (!quoted.every(isWholeSentences)) faults.push('not whole sentences of the article')
    if (never.some((sentence) => quoted.some((text) => text.includes(sentence))))
      faults.push('quotes what policy forbids')
    if (countWords(quoted.join(' ')) > MAX_QUOTED_WORDS) faults.push('too long')
    return faults
  }
}
