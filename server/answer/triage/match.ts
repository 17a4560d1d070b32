// Walks the tries over a reading and reports every place where a concept occurs. Linear in the length of the text.
import type { Branch, Grammar } from './grammar.ts'
import type { Reading } from './reading.ts'

/** Tokens `from` (included) to `to` (excluded). */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Matches {
  /** Places of a concept, by name, in text order. */
  of(concept: string): readonly Span[]
}

/** The first of the places, which are in text order, that begins in a range. */
export function firstIn(places: readonly Span[], start: number, end: number): Span | undefined {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.from ?? 0) < start) low = middle + 1
    else high = middle
  }
  const place = places[low]
  return place && place.from < end ? place : undefined
}

const none: readonly number[] = []
const nowhere: readonly Span[] = []

/** The furthest a pattern may reach, in tokens: bounds the work per token, and fits a bit mask. */
const REACH = 30

/**
 * Finds all concepts. Goes from the last token to the first: when a pattern at `i` needs a concept further right, that
 * one is already known; at `i` itself the layers see to it.
 */
export function createMatcher(grammar: Grammar): (reading: Reading) => Matches {
  const { nodes, layers, names } = grammar
  const isReferred = new Uint8Array(names.length)
  for (const { next, unless } of nodes) {
    for (const { by } of next) for (const symbol of by.keys()) if (symbol < names.length) isReferred[symbol] = 1
    for (const { symbols } of unless) for (const symbol of symbols) if (symbol < names.length) isReferred[symbol] = 1
  }
  /** Where patterns begin is asked at every word: a table by symbol, as a map would be too slow. */
  const tableOf = (root: number) => {
    const table = new Array<readonly number[] | undefined>(grammar.size).fill(undefined)
    for (const { by } of nodes[root]?.next ?? []) for (const [symbol, next] of by) table[symbol] = next
    return table
  }
  const roots = layers.map(({ anywhere, clauseStart }) => ({
    inside: tableOf(anywhere),
    opening: tableOf(clauseStart),
  }))
  // Scratch space for "this node was already reached at this distance from the start". Cleared by counting epochs.
  const epochOf = new Int32Array(nodes.length)
  const reached = new Int32Array(nodes.length)
  // Symbols that occur in the text so far read: most branches wait for words that it does not have.
  const occurs = new Uint8Array(grammar.size)

  return (reading) => {
    const { tokens, isClauseStart, isClauseEnd } = reading
    const found = new Array<Span[] | undefined>(names.length).fill(undefined)
    occurs.fill(0)
    /** Per token: symbol, end, symbol, end … */
    const edges: number[][] = tokens.map(({ symbols }, i) => {
      const here: number[] = []
      for (const symbol of symbols) {
        here.push(symbol, i + 1)
        occurs[symbol] = 1
      }
      return here
    })
    epochOf.fill(0)
    let epoch = 0
    let start = 0

    function add(concept: number, to: number): void {
      const here = edges[start]
      if (!here) return
      let places = found[concept]
      if (!places) found[concept] = places = []
      for (let k = places.length - 1; k >= 0 && places[k]?.from === start; k--) if (places[k]?.to === to) return
      places.push({ from: start, to })
      // What no pattern refers to need not be looked at again.
      if (!isReferred[concept]) return
      here.push(concept, to)
      occurs[concept] = 1
    }

    function walk(node: number, at: number): void {
      const place = nodes[node]
      if (!place) return
      if (place.next.length === 0 && place.unless.length === 0) {
        for (const concept of place.ends) add(concept, at)
        return
      }
      const distance = at - start
      if (distance > REACH) return
      if (epochOf[node] !== epoch) {
        epochOf[node] = epoch
        reached[node] = 0
      }
      const mask = 1 << distance
      if ((reached[node] ?? 0) & mask) return
      reached[node] = (reached[node] ?? 0) | mask
      for (const concept of place.ends) add(concept, at)
      for (const { symbols, node: next } of place.unless) if (!stands(symbols, at)) walk(next, at)
      for (const branch of place.next) step(branch, at)
    }

    /** True when one of the symbols stands at this token, fillers aside. */
    function stands(symbols: ReadonlySet<number>, at: number): boolean {
      for (let i = at; i < tokens.length && !tokens[i]?.hardBreak; i++) {
        const here = edges[i] ?? []
        for (let k = 0; k < here.length; k += 2) if (symbols.has(here[k] ?? -1)) return true
        if (!tokens[i]?.filler) return false
      }
      return false
    }

    function step({ gap, by, symbols, atEnd }: Branch, at: number): void {
      if (atEnd.length === 0 && !symbols.some((symbol) => occurs[symbol] === 1)) return
      let left = gap
      for (let i = at; i - start <= REACH; i++) {
        if (atEnd.length > 0 && isClauseEnd(i)) for (const next of atEnd) walk(next, i)
        const token = tokens[i]
        if (!token || (token.hardBreak && i > start)) return
        // A short gap does not jump a comma; standing side by side may.
        if (i > at && token.comma && gap === 2) return
        follow(by, edges[i] ?? [])
        if (!token.filler && --left < 0) return
      }
    }

    // The list may grow while it is walked, but never by concepts of the layer that is walking it.
    function follow(by: ReadonlyMap<number, readonly number[]>, here: readonly number[]): void {
      for (let k = 0, known = here.length; k < known; k += 2) {
        const next = by.get(here[k] ?? -1)
        if (next !== undefined) for (const node of next) walk(node, here[k + 1] ?? 0)
      }
    }

    for (start = tokens.length - 1; start >= 0; start--) {
      const here = edges[start] ?? []
      if (here.length === 0) continue
      const opens = isClauseStart(start)
      for (const { inside, opening } of roots) {
        epoch++
        for (let k = 0, known = here.length; k < known; k += 2) {
          const symbol = here[k] ?? 0
          for (const node of inside[symbol] ?? none) walk(node, here[k + 1] ?? 0)
          if (opens) for (const node of opening[symbol] ?? none) walk(node, here[k + 1] ?? 0)
        }
      }
    }
    for (const list of found) list?.reverse()
    return { of: (concept) => found[grammar.idOf.get(concept) ?? -1] ?? nowhere }
  }
}
