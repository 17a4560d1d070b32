// A visitor's longest message is judged at once: 4,000 characters of a story take two milliseconds once the code is
// warm, and as many of the densest harmless sentences four.
import { expect, test } from 'vitest'
import { statements, triage } from './authored.ts'

const LONGEST = 4_000
/** Several times that: the machine that runs the tests may be busy. Growth with length is tested in triage.test.ts. */
const MOST_MS = 12
const RUNS = 60

const filled = (parts: readonly string[]) => {
  let text = ''
  for (let i = 0; text.length < LONGEST; i++) text += `${parts[i % parts.length]}. `
  return text.slice(0, LONGEST)
}

test.each([
  ['harmless sentences', filled(statements.filter(({ wanted }) => wanted === 'no card').map(({ text }) => text))],
  [
    'an anxious visitor’s story',
    filled(['I have had panic attacks since my divorce and my heart races every time I fly']),
  ],
  ['nothing but spelling slips', filled(['i cantt slepp becuase my hart racces evry nigth and nothign helpps'])],
])('%s of 4,000 characters are judged in time', (_, text) => {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    triage(text)
    return performance.now() - start
  })
  // The first runs compile; the quickest is the code's own time.
  expect(Math.min(...times)).toBeLessThan(MOST_MS)
})
