// Runs the server on Node: settings from the environment, files from disk, a socket, and a clean end.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SafetyData } from '../knowledge/safety.ts'
import type { Knowledge } from '../knowledge/schema.ts'
import { createAssistant } from './answer/answer.ts'
import type { Model } from './answer/model.ts'
import type { AppDeps } from './app.ts'
import { createApp } from './app.ts'
import { createFindAsset } from './assets.ts'
import { clientAddress } from './client.ts'
import { isDemonstrationNumber } from './demonstration.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { layoutAround, MissingFileError, readAssets, readJson } from './node-files.ts'
import { closeGracefully, createNodeServer } from './node-server.ts'
import { createProblems } from './problems.ts'
import { createMemoryRateLimit } from './rate-limit.ts'
import type { Settings } from './settings.ts'
import { readSettings } from './settings.ts'
import { answersFile } from './validate.ts'

/** Time for replies under way when the server is told to stop. */
const GRACE_MS = 10_000

const read = readSettings(process.env)
if (!read.ok) refuseToStart(read.faults)
const { settings } = read
const start = tryTo(() => prepare(settings))
const server = createNodeServer(start)
server.once('error', (error: NodeJS.ErrnoException) => refuseToStart([whyNoSocket(error, settings)]))
server.listen(settings.port, settings.host, () => announce(server, start.isDemonstration))
let isStopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(server))

function prepare(settings: Settings) {
  const layout = layoutAround(import.meta.url)
  const remedy = 'run `npm run knowledge`'
  const built = readJson(layout.knowledge, remedy)
  const parsed = answersFile.safeParse(built.json)
  if (!parsed.success) {
    const [{ message, path } = { message: '', path: [] }] = parsed.error.issues
    throw new MissingFileError(`answers.json does not fit its schema at "${path.join('.')}" (${message}): ${remedy}`)
  }
  const knowledge = parsed.data
  const [, safety, model] = [
    knowledge,
    readJson(layout.safety, remedy).json,
    readJson(layout.model, remedy).json,
  ] as Parameters<typeof createAssistant> // our own builders' files; the knowledge they were made from has been checked
  const assistant = assistantOf(knowledge, safety, model, remedy)
  const makeProblem = createProblems(assistant)
  const deps: AppDeps = {
    assistant,
    knowledge,
    knowledgeSha256: built.sha256,
    version: versionIn(readJson(layout.package, 'restore it').json),
    allowedOrigins: settings.allowedOrigins ?? knowledge.clinic.allowedOrigins,
    rateLimit: settings.askRateLimit > 0 ? createMemoryRateLimit(settings.askRateLimit) : null,
    addressOf: (request, platform) => addressIn(request, platform, settings.trustedProxies),
    findAsset: createFindAsset(readAssets(layout.public)),
    publicOrigin: settings.publicOrigin,
    now: () => new Date(),
    metrics: settings.metricsToken ? createMetrics(settings.metricsToken) : null,
    log: settings.logsRequests ? writeLine : (line) => line.event === 'error' && writeLine(line),
  }
  return {
    fetch: createApp(deps).fetch,
    makeProblem: (refusal: Parameters<typeof makeProblem>[0]) => makeProblem(refusal, 'en', new Date()),
    isDemonstration: isDemonstrationNumber(knowledge.clinic.phone),
  }
}

/** Builds the core and asks it once: files of another version break here, and not at the first visitor's question. */
function assistantOf(knowledge: Knowledge, safety: SafetyData, model: Model, remedy: string) {
  try {
    const assistant = createAssistant(knowledge, safety, model)
    assistant.answer({ question: knowledge.clinic.name }, new Date())
    return assistant
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    // With the reason: it may be this Node that lacks something, and no file.
    throw new MissingFileError(`safety.json or model.json was not made for this server (${thrown.message}): ${remedy}`)
  }
}

function addressIn(request: Request, platform: unknown, trustedProxies: number): string {
  const { incoming } = platform as { incoming: { socket: { remoteAddress?: string } } } // what @hono/node-server passes
  const forwardedFor = request.headers.get('x-forwarded-for') ?? undefined
  return clientAddress({ peer: incoming.socket.remoteAddress, forwardedFor }, trustedProxies)
}

function versionIn(json: unknown): string {
  return typeof json === 'object' && json !== null && 'version' in json ? String(json.version) : '0.0.0'
}

function announce(server: Server, isDemonstration: boolean): void {
  const { address, family, port } = server.address() as AddressInfo // listening on a port, so never a pipe's name
  const host = family === 'IPv6' ? `[${address}]` : address
  say(`listening on http://${host}:${port}`)
  if (isDemonstration) say('a demonstration: the phone number in knowledge/clinic.json is fictional')
}

async function stop(server: Server): Promise<void> {
  // Told twice: at once. One listener for both, because Deno calls one that is added meanwhile for the first signal too.
  if (isStopping) process.exit(1)
  isStopping = true
  say('stopping: no new connections, what has begun is finished')
  await closeGracefully(server, GRACE_MS)
  process.exit(0)
}

function whyNoSocket(error: NodeJS.ErrnoException, { host, port }: Settings): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `PORT=${port} on ${host} is taken by another process: stop it, or set PORT to a free one`
    case 'EACCES':
      return `PORT=${port} may not be opened by this user: set PORT to one above 1023`
    default:
      return `HOST="${host}" cannot be listened on (${error.code}): write an address of this machine`
  }
}

function tryTo<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    return refuseToStart([thrown instanceof Error ? thrown.message : String(thrown)])
  }
}

function refuseToStart(faults: readonly string[]): never {
  for (const fault of faults) say(fault)
  process.exit(1)
}

/** For whoever starts the server. On stderr, so that stdout holds nothing but one JSON object a line. */
function say(message: string): void {
  console.error(message.startsWith('[clinic-chat]') ? message : `[clinic-chat] ${message}`)
}

function writeLine(line: Parameters<Log>[0]): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
