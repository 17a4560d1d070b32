// npm run size: what the built widget weighs, file by file and against its budgets. Fails above one.
import { ensureWidgetIsBuilt, PUBLIC } from './browser/built-widget.ts'
import { BUDGETS, brotli, CHUNKS, filesOf } from './widget/budget.ts'

await ensureWidgetIsBuilt()
for (const { path, bytes } of filesOf(PUBLIC, ['widget.js', ...CHUNKS]))
  console.log(
    `${path.padEnd(36)} ${String(bytes.length).padStart(8)} B  ${String(brotli(bytes)).padStart(8)} B brotli 11`,
  )
for (const { what, files, ceiling } of BUDGETS) {
  const bytes = filesOf(PUBLIC, files).reduce((sum, file) => sum + brotli(file.bytes), 0)
  console.log(`${what.padEnd(36)} ${String(bytes).padStart(8)} of ${ceiling}${bytes > ceiling ? '  TOO HEAVY' : ''}`)
  if (bytes > ceiling) process.exitCode = 1
}
