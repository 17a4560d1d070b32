// How far two words are apart: Damerau–Levenshtein (optimal string alignment), each edit at its own cost.

export interface EditCosts {
  /** A letter of `typed` that `meant` lacks. */
  added(typed: string, at: number): number
  /** A letter of `meant` that `typed` lacks. */
  lost(meant: string, at: number): number
  /** 0 where both letters are the same. */
  mistaken(typed: string, row: number, meant: string, column: number): number
  /** Two neighbours, one for the other. */
  readonly swapped: number
}

const UNIT: EditCosts = {
  added: () => 1,
  lost: () => 1,
  mistaken: (typed, row, meant, column) => (typed[row] === meant[column] ? 0 : 1),
  swapped: 1,
}

/** Number of edits; `most` + 1 as soon as there are more. */
export function editDistance(a: string, b: string, most: number): number {
  return Math.abs(a.length - b.length) > most ? most + 1 : Math.min(editCost(a, b, most, UNIT), most + 1)
}

/** What the cheapest edits cost together; Infinity as soon as that is more than `most`. */
export function editCost(typed: string, meant: string, most: number, costs: EditCosts): number {
  let before: number[] = []
  let above = [0]
  for (let column = 1; column <= meant.length; column++)
    above.push((above[column - 1] ?? 0) + costs.lost(meant, column - 1))
  let leastAbove = 0
  for (let row = 1; row <= typed.length; row++) {
    const current = [(above[0] ?? 0) + costs.added(typed, row - 1)]
    let least = current[0] ?? 0
    for (let column = 1; column <= meant.length; column++) {
      let cost = Math.min(
        (above[column] ?? 0) + costs.added(typed, row - 1),
        (current[column - 1] ?? 0) + costs.lost(meant, column - 1),
        (above[column - 1] ?? 0) + costs.mistaken(typed, row - 1, meant, column - 1),
      )
      const isSwap =
        row > 1 && column > 1 && typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + costs.swapped)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (Math.min(least, leastAbove) > most) return Infinity // a swap reaches back two rows
    leastAbove = least
    before = above
    above = current
  }
  const cost = above[meant.length] ?? Infinity
  return cost > most ? Infinity : cost
}
