// A thread that only keeps time for load.ts: sleeps between two asks to a fraction of a millisecond, which a timer of the event loop cannot.
import { parentPort, workerData } from 'node:worker_threads'

const betweenMs: number = workerData
const never = new Int32Array(new SharedArrayBuffer(4))
for (let next = performance.now(); ; ) {
  const left = next - performance.now()
  if (left > 0) Atomics.wait(never, 0, 0, left)
  parentPort?.postMessage(null)
  // Woken late, it does not make up for it: the questions of its own delay would come all at once, as no visitors' do.
  next = Math.max(next, performance.now() - betweenMs) + betweenMs
}
