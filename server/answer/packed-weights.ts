// Packs a linear model's few weights, and unpacks them: which class of which bucket, and how much, some six bits each.
import type { BitWriter } from './bits.ts'
import { createBitReader, createBitWriter } from './bits.ts'

/** Weights bucket by bucket: those of bucket `b` are `starts[b]` … `starts[b + 1]`. */
export interface Weights {
  readonly starts: Uint32Array
  readonly classOf: Uint16Array
  readonly weights: Int8Array
}

/** Places are told apart by how full their bucket and their class are, in steps of half an octave. */
const FULLNESS = 24
/** A size is written as so many ones and a zero; from here on the steps share a context. */
const SIZES = 24
const PLACE = 0
const SIGN = FULLNESS * FULLNESS
const SIZE = SIGN + FULLNESS
const COUNT = SIZE + 2 * SIZES
const CONTEXTS = COUNT + 2 * 16 * 16

export function pack({ starts, classOf, weights }: Weights, classCount: number): Uint8Array {
  const writer = createBitWriter(CONTEXTS)
  const inBucket = Array.from(starts.subarray(1), (end, bucket) => end - (starts[bucket] ?? 0))
  const ofClass = countsOf(classOf, classCount)
  for (const count of ofClass) writeCount(writer, 1, count)
  inBucket.forEach((count, bucket) => {
    writeCount(writer, 0, count)
    if (count === 0) return
    let at = starts[bucket] ?? 0
    for (let one = 0; one < classCount; one++) {
      const isHere = at < (starts[bucket + 1] ?? 0) && classOf[at] === one
      writer.write(placeContext(count, ofClass[one] ?? 0), isHere ? 1 : 0)
      if (!isHere) continue
      const weight = weights[at++] ?? 0
      const sign = weight < 0 ? 1 : 0
      writer.write(SIGN + fullness(count), sign)
      for (let size = 1; size <= Math.abs(weight); size++)
        writer.write(sizeContext(size, sign), size < Math.abs(weight) ? 1 : 0)
    }
  })
  return writer.end()
}

export function unpack(bytes: Uint8Array, bucketCount: number, classCount: number): Weights {
  const read = createBitReader(bytes, CONTEXTS)
  const ofClass = Array.from({ length: classCount }, () => readCount(read, 1))
  const total = ofClass.reduce((sum, count) => sum + count, 0)
  const starts = new Uint32Array(bucketCount + 1)
  const classOf = new Uint16Array(total)
  const weights = new Int8Array(total)
  let at = 0
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const count = readCount(read, 0)
    for (let one = 0; count > 0 && one < classCount; one++) {
      if (read(placeContext(count, ofClass[one] ?? 0)) === 0) continue
      const sign = read(SIGN + fullness(count))
      let size = 1
      while (read(sizeContext(size, sign)) === 1) size++
      classOf[at] = one
      weights[at++] = sign ? -size : size
    }
    starts[bucket + 1] = at
  }
  return { starts, classOf, weights }
}

function countsOf(classOf: Uint16Array, classCount: number): readonly number[] {
  const counts = new Array<number>(classCount).fill(0)
  for (const one of classOf) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

function fullness(count: number): number {
  return Math.min(FULLNESS - 1, Math.floor(2 * Math.log2(count + 1)))
}

function placeContext(inBucket: number, ofClass: number): number {
  return PLACE + fullness(inBucket) * FULLNESS + fullness(ofClass)
}

function sizeContext(size: number, sign: number): number {
  return SIZE + 2 * Math.min(size, SIZES - 1) + sign
}

/** Exponential Golomb: how many binary digits, then the digits. `kind` 0: of a bucket, 1: of a class. */
function writeCount(writer: BitWriter, kind: 0 | 1, count: number): void {
  const digits = 31 - Math.clz32(count + 1)
  for (let at = 0; at < digits; at++) writer.write(countContext(kind, 0, at), 1)
  writer.write(countContext(kind, 0, digits), 0)
  for (let at = digits - 1; at >= 0; at--) writer.write(countContext(kind, digits, at), ((count + 1) >> at) & 1 ? 1 : 0)
}

function readCount(read: (context: number) => 0 | 1, kind: 0 | 1): number {
  let digits = 0
  while (read(countContext(kind, 0, digits)) === 1) digits++
  let value = 1
  for (let at = digits - 1; at >= 0; at--) value = value * 2 + read(countContext(kind, digits, at))
  return value - 1
}

function countContext(kind: 0 | 1, digits: number, at: number): number {
  return COUNT + kind * 256 + Math.min(digits, 15) * 16 + Math.min(at, 15)
}
