// Builds the widget into dist/public: first the panel with its lazy chunks, then the launcher that names the panel's file.
//
// Two builds, because one cannot do both: as IIFE the launcher would swallow the lazy panel, and as ES module it would
// leak its variables into the host page and use import.meta, a syntax error in a classic script.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UserConfig } from 'vite'
import { defineConfig } from 'vite'
import { besidesCards, forBrowser, isOfCards } from './knowledge/for-browser.ts'
import type { SafetyData } from './knowledge/safety.ts'
import { cardsOnly } from './knowledge/safety.ts'
import type { Knowledge } from './knowledge/schema.ts'
import { phoneOf } from './server/answer/handoff.ts'
import type { Model } from './server/answer/model.ts'

const PUBLIC = 'dist/public'

const shared = (define: Record<string, unknown>): UserConfig => ({
  logLevel: 'warn',
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
})

/** ES modules named by their content, so that they may be cached for ever. */
const panel = (): UserConfig => ({
  ...shared({
    ...clinicFacts(),
    SUGGESTIONS: suggestions(),
    ...about(),
    ...forTheMoment(),
    CARD_RULES: cardRules(),
    CARDS: cards(),
    ...offline(),
  }),
  publicDir: false,
  // What the server's answering core needs libraries for, a browser can have for less.
  resolve: {
    alias: {
      'fuse.js': join(import.meta.dirname, 'widget/stand-ins/fuse.ts'),
      'libphonenumber-js/min': join(import.meta.dirname, 'widget/stand-ins/phone-numbers.ts'),
      'temporal-polyfill': join(import.meta.dirname, 'widget/stand-ins/temporal.ts'),
    },
  },
  build: {
    outDir: PUBLIC,
    target: 'es2022',
    // A library, so that import() stays as written: for a site Vite adds a helper that preloads the chunks' style sheets.
    lib: { entry: { panel: 'widget/panel.tsx' }, formats: ['es'] },
    rolldownOptions: {
      // What the lazy chunks share with the panel stays in the panel's file: a file for it would be one request more.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'chunks/[name]-[hash:6].js',
        chunkFileNames: 'chunks/[name]-[hash:6].js',
        minify: true,
      },
    },
  },
})

const launcher = (isPinned = false): UserConfig => ({
  ...shared({ ...clinicFacts(), PANEL_CHUNK: `chunks/${panelFile()}`, PINNED: isPinned }),
  publicDir: false,
  build: {
    outDir: PUBLIC,
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: 'widget/embed.ts',
      output: { format: 'iife', entryFileNames: 'widget.js' },
    },
  },
})

/** The launcher for pages that pin it by its integrity: what the clinic may change, its number, is not in it. */
const pinned = (): UserConfig => {
  const config = launcher(true)
  return { ...config, define: { ...config.define, CLINIC_PHONE: JSON.stringify({ display: '', href: '' }) } }
}

/** The page on which a clinic makes its snippet: /embed/. */
const embedPage = (): UserConfig => ({
  ...shared(clinicFacts()),
  root: 'widget/embed-page',
  publicDir: false,
  build: {
    outDir: `../../${PUBLIC}/embed`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { input: ['widget/embed-page/index.html', 'widget/embed-page/sample.html'] },
  },
})

const BUILDS: Readonly<Record<string, () => UserConfig>> = {
  panel,
  launcher: () => launcher(),
  pinned,
  'embed-page': embedPage,
}

export default defineConfig(({ mode }) => {
  const build = BUILDS[mode]
  if (!build)
    throw new Error(`[clinic-chat] there is no build "${mode}". Write --mode ${Object.keys(BUILDS).join(', ')}.`)
  return build()
})

/** Our own files, checked by their builder. */
function built<Content>(path: string): Content {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Content
  } catch (cause) {
    throw new Error(`[clinic-chat] ${path} is missing or broken. Run \`npm run knowledge\` first.`, { cause })
  }
}

function knowledge(): Knowledge {
  return built('knowledge/answers.json')
}

function clinicFacts() {
  const { name, phone, phoneRegion } = knowledge().clinic
  return { CLINIC_NAME: name, CLINIC_PHONE: phoneOf(phone, phoneRegion) }
}

function forTheMoment() {
  const { clinic, copy } = knowledge()
  return {
    ANNOUNCEMENT: clinic.announcement ?? null,
    PAUSED: clinic.paused ? { en: copy.en.paused, es: copy.es.paused } : null,
  }
}

function suggestions() {
  const { clinic, entries, suggestions } = knowledge()
  if (clinic.paused) return { en: [], es: [] }
  const offered = suggestions.flatMap((id) => entries.filter((entry) => entry.id === id && entry.say.length > 0))
  return { en: offered.map((entry) => entry.question), es: offered.map((entry) => entry.questionEs) }
}

/** For the panel's About line. */
function about() {
  const { version, approval } = knowledge()
  const dayIn = (lang: string) =>
    approval && new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(approval.date))
  return { VERSION: version, APPROVED_ON: approval && { en: dayIn('en'), es: dayIn('es') } }
}

function cardRules(): SafetyData {
  return cardsOnly(built('knowledge/safety.json'))
}

/** Names and numbers without who vouches for them, and the copy that cards need: a visitor's browser has no use for the rest. */
function cards() {
  const { resources, cards, copy } = knowledge()
  const ofCards = (all: Knowledge['copy']['en']) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => isOfCards(key)))
  return {
    resources: resources.map(({ id, name, note, contacts }) => ({ id, name, note, contacts })),
    cards,
    copy: { en: ofCards(copy.en), es: ofCards(copy.es) },
  }
}

/** For the offline chunk. */
function offline() {
  const all = knowledge()
  const { trainedFrom, classes, ...model } = built<Model & { trainedFrom: string }>('server/offline-model.json')
  const { textNumber, afterHours, phoneRegion } = all.clinic
  const numbers = [textNumber, afterHours].filter((number) => number !== undefined)
  return {
    OTHER_RULES: besidesCards(built('knowledge/safety.json')),
    // A later build may keep the chunk (`--keep`), so the phone is not in it: the launcher's is passed in.
    OFFLINE_KNOWLEDGE: forBrowser({ ...all, clinic: { ...all.clinic, phone: '' } }),
    OFFLINE_MODEL: model,
    PHONES_SHOWN: Object.fromEntries(numbers.map((number) => [number, phoneOf(number, phoneRegion).display])),
  }
}

function panelFile(): string {
  const files = readdirSync(`${PUBLIC}/chunks`).filter((file) => file.startsWith('panel-'))
  const [file] = files
  if (!file || files.length > 1) throw new Error('[clinic-chat] build the panel first: `npm run build:widget`')
  return file
}
