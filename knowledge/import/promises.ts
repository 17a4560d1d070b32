// Sentences of a new article that sound like a promise or an advertisement: withheld until a person has decided.
import { stringify } from 'yaml'

/** Crude on purpose, and rather too much than too little: what it finds is withheld, and a person looks at it. */
const PROMISES =
  /\b(relie[fv]\w*|alleviat\w*|effective\w*|efficacy|improv\w*|reduc(?:e|es|ed|ing|tion|tions)|rapid\w*|breakthrough\w*|innovative|revolution\w*|promising|promise[sd]?|proven|cure[sd]?|heal(?:s|ed|ing)?|success\w*|safe(?:ly|r|st|ty)?|painless|guarantee\w*|best|leading|unique|powerful|life-changing|game-changer|no side effects|risk-free|lasting|remission|feel better|studies (?:have )?show\w*|alivi\w+|eficaz|efectiv\w+|mejor\w*|segur[oa]s?|garantiz\w+|curar?)\b/i
const SALES =
  /\b(contact us|call us|call now|book (?:now|today|your)|schedule (?:your|a) |today to|don['’]t wait|why wait|special offer|discount\w*|contáctenos|llámenos|reserve su)\b/i

export interface Promise {
  readonly sentence: string
  /** The words that gave it away. */
  readonly words: string
  readonly kind: 'promise' | 'sale'
}

export function promisesIn(sentences: readonly string[]): readonly Promise[] {
  return [...new Set(sentences)].flatMap((sentence): Promise[] => {
    const sale = SALES.exec(sentence)?.[0]
    if (sale) return [{ sentence, words: sale, kind: 'sale' }]
    const promise = PROMISES.exec(sentence)?.[0]
    return promise ? [{ sentence, words: promise, kind: 'promise' }] : []
  })
}

/** The text of `articles/<id>.policy.yaml`. */
export function policyFileOf(title: string, promises: readonly Promise[]): string {
  const never = promises.map(({ sentence, words, kind }) => ({
    sentence,
    why: `${kind === 'sale' ? 'Sounds like an advertisement' : 'Sounds like a promise of benefit'} (“${words.trim()}”). Nobody has decided yet.`,
  }))
  return `# Which sentences of “${title}” may be quoted, and beside what. The clinic's medical director owns this file.
#
# What stands under \`never\` was found by its words and is not shown until somebody has decided. For each one:
# leave it and write the reason; or delete both lines, and it is quoted like any other sentence; or move it to
# \`claims\`, and it is shown only beside the article's own reservation, the beginning of which stands under \`caveat\`.
${stringify({ never, claims: [], notices: [] }, { lineWidth: 0 })}`
}
