// Build time: how sure a model may be, fitted on examples that its training had not seen.

import { softmax } from '../rank.ts'
import type { Fit } from './descend.ts'
import { scoresOf } from './descend.ts'
import type { Example } from './example.ts'

/** One example in this many is held out. */
const HELD_OUT = 6
const isHeldOut = (_: Example, index: number) => index % HELD_OUT === HELD_OUT - 1

/** The temperature under which held-out examples are least surprising to what `learn` makes of the others. */
export function fitTemperature(examples: readonly Example[], learn: (seen: readonly Example[]) => Fit): number {
  const fitted = learn(examples.filter((example, index) => !isHeldOut(example, index)))
  const scored = examples.filter(isHeldOut).map((example) => ({ example, scores: scoresOf(example, fitted) }))
  let best = { temperature: 1, surprise: Infinity }
  for (let temperature = 0.6; temperature < 5; temperature *= 1.1) {
    let surprise = 0
    for (const { example, scores } of scored)
      surprise -= Math.log((softmax(scores, temperature)[example.target] ?? 0) + 1e-9)
    if (surprise < best.surprise) best = { temperature, surprise }
  }
  return +best.temperature.toFixed(3)
}
