// Turns the authored patterns into tries that can be walked over a reading, lowest concepts first.
//
// A pattern is a line of steps: `want~|wish~ to? die`. A step is one or more alternatives joined by `|`:
//   word      that word                       word~   the word with its regular endings (kill, kills, killed, killing)
//   stem*     any word that begins so         NAME    a concept: any pattern authored under that name
// `x?` may be missing. `_` skips up to two words, `__` up to five. `!x` fails when x stands next. `<` at the beginning
// wants the start of a clause, `>` the end of one. Words that carry no meaning here (fillers) never count.
// There is no repetition and no nesting, so nothing can backtrack: that is what keeps triage linear.

/** Concept name → its patterns, joined by `;`. */
export type Concepts = Readonly<Record<string, string>>

/** One place in a trie. Numbers are symbols (a word, a stem, a concept) and nodes. */
export interface Node {
  /** Concepts whose pattern is complete here. */
  readonly ends: number[]
  /** Where the trie goes on, by the size of the gap before it. */
  readonly next: Branch[]
  /** Goes on to `node` unless one of the symbols stands here. */
  readonly unless: { readonly symbols: ReadonlySet<number>; readonly node: number }[]
}

export interface Branch {
  readonly gap: number
  /** Symbol → next nodes. */
  readonly by: Map<number, readonly number[]>
  /** The symbols of `by`. */
  readonly symbols: number[]
  /** Next nodes that the end of a clause leads to. */
  readonly atEnd: number[]
}

export interface Grammar {
  readonly names: readonly string[]
  /** One more than the greatest symbol. */
  readonly size: number
  readonly idOf: ReadonlyMap<string, number>
  readonly nodes: readonly Node[]
  /** Two roots per layer; a layer only uses concepts of the layers below it. */
  readonly layers: readonly { readonly anywhere: number; readonly clauseStart: number }[]
  /** A concept's own symbol is its place in `names`. The symbols of a word: its own and those of its stems. */
  symbolsOf(word: string): readonly number[]
  /** True when some pattern names this very word. */
  namesWord(word: string): boolean
  /** The same, or a stem it begins with. */
  knows(word: string): boolean
}

const GAPS: ReadonlyMap<string, number> = new Map([
  ['_', 2],
  ['__', 5],
])
/** More than any of them. */
const MOST_GAP = 8
const MIN_STEM = 2
const MAX_STEM = 14
const NONE: readonly number[] = []

/** A step of a pattern, read. The same text is read once, so steps alike are one object. */
interface Step {
  /** Its place among all steps, from 0. */
  readonly number: number
  readonly isOptional: boolean
  readonly isClauseStart: boolean
  /** How many words it skips; 0 for what is no gap. */
  readonly gap: number
  readonly isUnless: boolean
  readonly symbols: ReadonlySet<number>
  /** True when the end of a clause will do as well. */
  readonly mayEnd: boolean
}

/** Compiles concepts. A concept that refers to itself throws: the build lets none pass. */
export function createGrammar(concepts: Concepts): Grammar {
  const names = Object.keys(concepts)
  const idOf = new Map(names.map((name, id) => [name, id]))
  const words = new Map<string, number[]>()
  const stems = new Map<string, number>()
  let symbols = names.length
  const nodes: Node[] = []
  /** By the next step's number and the gap before it. */
  const childrenOf: Map<number, number>[] = []
  const layerOf = new Map<number, number>()
  const layers: { anywhere: number; clauseStart: number }[] = []
  const knownSteps = new Map<string, Step>()

  function addNode(): number {
    childrenOf.push(new Map())
    return nodes.push({ ends: [], next: [], unless: [] }) - 1
  }

  /** Symbols of one alternative: one, or one for each form of a verb. */
  function symbolsOfAtom(atom: string): readonly number[] {
    const concept = isConcept(atom) ? idOf.get(atom) : undefined
    if (concept !== undefined) return [concept]
    if (atom.endsWith('*')) {
      const stem = atom.slice(0, -1)
      const known = stems.get(stem) ?? symbols++
      stems.set(stem, known)
      return [known]
    }
    return (atom.endsWith('~') ? inflect(atom.slice(0, -1)) : [atom]).map((form) => {
      const [known] = words.get(form) ?? [symbols++]
      words.set(form, [known ?? 0])
      return known ?? 0
    })
  }

  function read(text: string): Step {
    const known = knownSteps.get(text)
    if (known) return known
    const isOptional = text.endsWith('?')
    const plain = isOptional ? text.slice(0, -1) : text
    const isClauseStart = plain === '<'
    const gap = GAPS.get(plain) ?? 0
    const isUnless = plain.startsWith('!')
    const atoms = isClauseStart || gap > 0 ? [] : (isUnless ? plain.slice(1) : plain).split('|')
    const symbols = new Set(atoms.filter((atom) => atom !== '>').flatMap(symbolsOfAtom))
    const mayEnd = !isUnless && atoms.includes('>')
    const step = { number: knownSteps.size, isOptional, isClauseStart, gap, isUnless, symbols, mayEnd }
    knownSteps.set(text, step)
    return step
  }

  function layer(concept: number, path: readonly number[] = []): number {
    const known = layerOf.get(concept)
    if (known !== undefined) return known
    if (path.includes(concept)) throw new Error(`[clinic-chat] concept ${names[concept]} refers to itself`)
    let depth = 0
    // A concept's symbol is its place in `names`; those of words come after.
    for (const { symbols } of (patterns[concept] ?? []).flat())
      for (const below of symbols)
        if (below < names.length) depth = Math.max(depth, layer(below, [...path, concept]) + 1)
    layerOf.set(concept, depth)
    return depth
  }

  function insert(concept: number, pattern: readonly Step[]): void {
    const depth = layer(concept)
    while (layers.length <= depth) layers.push({ anywhere: addNode(), clauseStart: addNode() })
    const roots = layers[depth]
    if (!roots) return
    for (const steps of spellOut(pattern)) {
      let node = roots.anywhere
      let gap = 0
      for (const step of steps) {
        if (step.isClauseStart) node = roots.clauseStart
        else if (step.gap > 0) gap = step.gap
        else {
          node = child(node, step, gap)
          gap = 0
        }
      }
      nodes[node]?.ends.push(concept)
    }
  }

  function child(from: number, step: Step, gap: number): number {
    const key = step.number * MOST_GAP + gap
    const known = childrenOf[from]?.get(key)
    if (known !== undefined) return known
    const node = addNode()
    childrenOf[from]?.set(key, node)
    const place = nodes[from]
    const { isUnless, symbols, mayEnd } = step
    if (isUnless) place?.unless.push({ symbols, node })
    else if (place) {
      const known = place.next.find((one) => one.gap === gap)
      const branch: Branch = known ?? { gap, by: new Map(), symbols: [], atEnd: [] }
      if (!known) place.next.push(branch)
      // Most symbols lead to this node alone, and may share the list that says so.
      const alone = [node]
      for (const symbol of symbols) {
        const others = branch.by.get(symbol)
        branch.by.set(symbol, others ? [...others, node] : alone)
        if (!others) branch.symbols.push(symbol)
      }
      if (mayEnd) branch.atEnd.push(node)
    }
    return node
  }

  const patterns = names.map((name) =>
    (concepts[name] ?? '')
      .split(';')
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '')
      .map((pattern) => pattern.split(/ +/).map(read)),
  )
  patterns.forEach((all, concept) => {
    for (const pattern of all) insert(concept, pattern)
  })

  const withStems = (word: string, own: readonly number[]): readonly number[] => {
    let all = own
    for (let length = MIN_STEM; length <= word.length && length <= MAX_STEM; length++) {
      const stem = stems.get(word.slice(0, length))
      if (stem !== undefined) all = [...all, stem]
    }
    return all
  }
  // Known words keep the symbols of their stems, so that only a strange word has its beginnings looked up.
  for (const [word, own] of words) words.set(word, [...withStems(word, own)])
  const find = (word: string) => words.get(word) ?? withStems(word, NONE)
  return {
    names,
    size: symbols,
    idOf,
    nodes,
    layers,
    symbolsOf: find,
    namesWord: (word) => words.has(word),
    knows: (word) => find(word).length > 0,
  }
}

/** Concepts are written in capitals; frames have names too, but no pattern refers to them. */
function isConcept(atom: string): boolean {
  return /^[A-Z]+$/.test(atom)
}

/** Optional steps, written out: `a b? c` is `a c` and `a b c`. */
function spellOut(steps: readonly Step[]): readonly (readonly Step[])[] {
  let lines: Step[][] = [[]]
  for (const step of steps) {
    const longer = lines.map((line) => [...line, step])
    lines = step.isOptional ? [...lines, ...longer] : longer
  }
  return lines
}

/** Regular English endings. Forms that do not exist ("dieed") cost a map entry and match nothing. */
function inflect(word: string): string[] {
  const last = word.at(-1) ?? ''
  const cut = word.slice(0, -1)
  if (last === 'e') return [word, `${word}s`, `${word}d`, `${cut}ing`]
  if (last === 'y' && !/[aeou]y$/.test(word)) return [word, `${cut}ies`, `${cut}ied`, `${word}ing`]
  const forms = [word, `${word}s`, `${word}ed`, `${word}ing`, `${word}in`]
  if (/[^aeiou][aeiou][bdglmnprt]$/.test(word)) forms.push(`${word}${last}ed`, `${word}${last}ing`, `${word}${last}in`)
  if (/(s|x|ch|sh)$/.test(word)) forms.push(`${word}es`)
  return forms
}
