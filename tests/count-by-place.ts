// Closes a test run with one plain line: how many tests passed and failed, in all and in each place they ran in.
import type { Reporter, TestModule } from 'vitest/node'

type Counts = Record<'passed' | 'failed' | 'skipped', number>

export class CountByPlace implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const places = new Map<string, Counts>()
    const all: Counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      const place = places.get(module.project.name) ?? { passed: 0, failed: 0, skipped: 0 }
      places.set(module.project.name, place)
      // A file that could not even be loaded has no tests, and must not look like one that has none to fail.
      const broken = module.errors().length
      place.failed += broken
      all.failed += broken
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        const outcome = state === 'pending' ? 'skipped' : state
        place[outcome] += 1
        all[outcome] += 1
      }
    }
    for (const [name, counts] of [...places].toSorted()) console.log(`${name}: ${inWords(counts)}`)
    console.log(inWords(all))
  }
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
