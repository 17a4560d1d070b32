// Takes a message apart into the questions it asks: "what is GAD, and how much is an infusion?" asks two.

/** More would be an interrogation; the whole message is read as one then. */
const MAX_QUESTIONS = 3
const MIN_WORDS = 3
const MAX_LENGTH = 600

/**
 * The questions of a message in order, or none when it is one question and nothing else, or asks too many. A sentence that
 * asks nothing ("I get nervous at parties.") is left out. Linear in the length of the text.
 *
 * @param heads words a question begins with, lower case.
 */
export function createClauses(heads: readonly string[]): (text: string) => readonly string[] {
  const isHead = new Set(heads)
  const startsQuestion = (words: readonly string[]) => {
    const [first = '', second = ''] = words.map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, ''))
    return isHead.has(first) || (JOINS.has(first) && isHead.has(second))
  }

  function partsOf(sentence: string): readonly string[] {
    const words = sentence.split(/\s+/).filter(Boolean)
    const parts: string[][] = [[]]
    words.forEach((word, at) => {
      const before = words[at - 1] ?? ''
      const opens = before.endsWith(',') || JOINS.has(word.toLowerCase())
      const part = parts.at(-1) ?? []
      if (opens && part.length >= MIN_WORDS && startsQuestion(words.slice(at, at + 2))) parts.push([word])
      else part.push(word)
    })
    return parts.map((part) => part.join(' '))
  }

  return (text) => {
    if (text.length > MAX_LENGTH) return []
    const questions = text
      .split(/(?<=[?!.;\n])\s*/)
      .flatMap(partsOf)
      .filter((part) => part.split(' ').length >= MIN_WORDS)
      .filter((part) => part.endsWith('?') || startsQuestion(part.split(' ')))
      .map(withoutJoin)
    const isAll = questions.length === 1 && questions[0] === text.trim().split(/\s+/).join(' ')
    return isAll || questions.length > MAX_QUESTIONS ? [] : questions
  }
}

/** "And what causes it?" asks what "What causes it?" does. */
function withoutJoin(part: string): string {
  const [first = '', ...rest] = part.split(' ')
  return JOINS.has(first.toLowerCase()) ? rest.join(' ') : part
}

const JOINS: ReadonlySet<string> = new Set([
  'and',
  'also',
  'plus',
  'but',
  'y',
  'e',
  'además',
  'ademas',
  'también',
  'tambien',
  'pero',
])
