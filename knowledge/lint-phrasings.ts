// Rules for phrasings: each belongs to one owner, differs from its siblings, and does not just repeat the article.
import type { Finding, Source, Wording } from './sources.ts'

/** Two phrasings of one owner that share at least this part of their words are one phrasing written twice. */
const TOO_ALIKE = 0.8
/** A four-word frame may stand in at most this share of a file's phrasings, else it is a template. */
const MAX_FRAME_SHARE = 0.1
const FRAME_WORDS = 4
/** A frame seen fewer times than this is a coincidence, whatever the file's size. */
const MIN_FRAME_COUNT = 4
/** Share of an entry's English phrasings that use none of the content words of its sentences. */
const MIN_OWN_WORDS = 0.25
/** Entries with fewer phrasings are too young to judge by shares. */
const MIN_TO_JUDGE = 12

const FUNCTION_WORDS = new Set(
  `a an the is are was were be been am do does did to of in on for with and or it its this that these those i im me my
  you your u he she they we our what whats how why when where who which can could will would should may might has have
  had not no dont doesnt isnt if so as at by from about into out up than then there here just really very any some more
  most get gets got like`.split(/\s+/),
)

export interface Owner {
  readonly id: string
  readonly say: readonly string[]
  readonly phrasings: { readonly en: readonly string[]; readonly es: readonly string[] }
  place(lang: 'en' | 'es', index: number): { file: string; line: number }
}

export function lintPhrasings(sources: Wording): readonly Finding[] {
  const findings: Finding[] = []
  const error = (place: { file: string; line: number }, what: string, instead: string) =>
    findings.push({ severity: 'error', ...place, what, instead })
  const taken = new Map<string, { owner: Owner; place: string }>()
  for (const { owners } of phrasingOwners(sources)) {
    for (const owner of owners) {
      for (const lang of ['en', 'es'] as const) {
        owner.phrasings[lang].forEach((phrasing, index) => {
          const key = tokens(phrasing).join(' ')
          const place = owner.place(lang, index)
          const other = taken.get(key)
          if (other)
            error(
              place,
              `“${phrasing}” also stands under ${other.owner.id} (${other.place})`,
              whereItBelongs(phrasing, [other.owner, owner], lang),
            )
          else taken.set(key, { owner, place: `${place.file}:${place.line}` })
        })
        lintSiblings(owner, lang, error)
      }
      lintOwnWords(owner, error)
    }
    lintFrames(owners, error)
  }
  return findings
}

/** A phrasing belongs where its nearest neighbour is. */
function whereItBelongs(phrasing: string, owners: readonly Owner[], lang: 'en' | 'es'): string {
  const words = new Set(tokens(phrasing))
  const [nearest] = owners
    .flatMap(({ id, phrasings }) =>
      phrasings[lang].map((text) => ({ id, text, share: jaccard(words, new Set(tokens(text))) })),
    )
    .filter(({ share }) => share > 0 && share < 1)
    .sort((a, b) => b.share - a.share)
  return nearest
    ? `keep it where it belongs; nearest to it is “${nearest.text}”, under ${nearest.id}`
    : 'keep it where it belongs'
}

type ReportError = (place: { file: string; line: number }, what: string, instead: string) => void

function lintSiblings(owner: Owner, lang: 'en' | 'es', error: ReportError): void {
  const sets = owner.phrasings[lang].map((phrasing) => new Set(tokens(phrasing)))
  sets.forEach((words, index) => {
    for (let earlier = 0; earlier < index; earlier++) {
      const other = sets[earlier]
      if (!other || jaccard(words, other) < TOO_ALIKE) continue
      const what = `“${owner.phrasings[lang][index]}” says the same as “${owner.phrasings[lang][earlier]}”`
      error(owner.place(lang, index), what, 'ask it in really different words, or remove one')
      return
    }
  })
}

/** Share of distinct words that two phrasings have in common, 0…1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / (a.size + b.size - shared || 1)
}

function lintOwnWords(owner: Owner, error: ReportError): void {
  const phrasings = owner.phrasings.en
  if (owner.say.length === 0 || phrasings.length < MIN_TO_JUDGE) return
  const content = contentStems(owner.say.join(' '))
  const own = phrasings.filter((phrasing) => ![...contentStems(phrasing)].some((stem) => content.has(stem))).length
  if (own >= MIN_OWN_WORDS * phrasings.length) return
  const what = `only ${own} of ${phrasings.length} phrasings of ${owner.id} avoid the words of its sentences`
  error(owner.place('en', 0), what, 'add phrasings in words of everyday life')
}

function lintFrames(owners: readonly Owner[], error: ReportError): void {
  const counts = new Map<string, number>()
  let total = 0
  for (const owner of owners) {
    const topic = contentStems(owner.say.join(' '))
    for (const phrasing of owner.phrasings.en) {
      total++
      const masked = tokens(phrasing).map((word) => (topic.has(stem(word)) && !FUNCTION_WORDS.has(word) ? '…' : word))
      const frames = new Set<string>()
      for (let i = 0; i + FRAME_WORDS <= masked.length; i++) frames.add(masked.slice(i, i + FRAME_WORDS).join(' '))
      for (const frame of frames) counts.set(frame, (counts.get(frame) ?? 0) + 1)
    }
  }
  const [first] = owners
  if (!first) return
  for (const [frame, count] of counts) {
    if (count < MIN_FRAME_COUNT || count <= MAX_FRAME_SHARE * total) continue
    const what = `the frame “${frame}” stands in ${count} of ${total} phrasings of this file`
    error({ file: first.place('en', 0).file, line: 1 }, what, 'ask in other ways; templates teach nothing')
  }
}

export function phrasingOwners(sources: Wording): readonly { owners: readonly Owner[] }[] {
  const owner = <T>(
    source: Source<T>,
    id: string,
    say: readonly string[],
    phrasings: Owner['phrasings'],
    path: (string | number)[],
  ): Owner => ({
    ...{ id, say, phrasings },
    place: (lang, index) => ({ file: source.file, line: source.line([...path, 'phrasings', lang, index]) }),
  })
  const { smalltalk, clinicFacts } = sources
  return [
    ...sources.entries.map((source) => ({
      owners: source.content.entries.map((entry, i) =>
        owner(source, entry.id, entry.say, entry.phrasings, ['entries', i]),
      ),
    })),
    ...sources.gaps.map((source) => ({
      owners: source.content.gaps.map((gap, i) => owner(source, gap.id, [], gap.phrasings, ['gaps', i])),
    })),
    {
      owners: smalltalk.content.smalltalk.map((topic, i) =>
        owner(smalltalk, topic.id, [], topic.phrasings, ['smalltalk', i]),
      ),
    },
    {
      owners: clinicFacts.content.facts.map((fact, i) =>
        owner(clinicFacts, fact.topic, [], fact.phrasings, ['facts', i]),
      ),
    },
  ]
}

/** Lower-case words of a phrasing without punctuation; "what's" and "whats" are the same word. */
export function tokens(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’']/g, '')
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** Whether a message uses a content word of one of the names given, in any inflection. */
export function sharesAWord(message: string, names: readonly string[]): boolean {
  const said = contentStems(message)
  return names.some((name) => [...contentStems(name)].some((word) => said.has(word)))
}

/** The words of a text that say what it is about, in its order, lower case. */
export function contentWords(text: string): string[] {
  return tokens(text).filter((word) => !FUNCTION_WORDS.has(word))
}

export function contentStems(text: string): Set<string> {
  return new Set(contentWords(text).map(stem))
}

/** Crude on purpose: it only has to see that "treatments" repeats "treatment". */
function stem(word: string): string {
  return word.replace(/(ies|ied)$/, 'y').replace(/(ing|ed|es|s|ly|al|ment|ness|ety|ious)$/, '')
}
