// Numbers at random that are the same in every run, so that the same knowledge always gives the same model.

/** 0…1: a linear congruential generator. */
export type Random = () => number

export function createRandom(seed = 20261123): Random {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
