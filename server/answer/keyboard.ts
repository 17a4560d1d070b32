// Which letters lie beside which on the keyboard that nearly every visitor types on.

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

/** Letter → the letters beside it: on its own row, and half a key off on the rows above and below. */
export const NEIGHBOURS: Readonly<Record<string, string>> = Object.fromEntries(
  ROWS.flatMap((letters, row) => {
    const above = ROWS[row - 1] ?? ''
    const below = ROWS[row + 1] ?? ''
    return [...letters].map((letter, at) => {
      const beside = [letters[at - 1], letters[at + 1], above[at], above[at + 1], below[at], below[at - 1]]
      return [letter, beside.join('')]
    })
  }),
)
