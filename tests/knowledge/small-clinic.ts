// A whole knowledge folder small enough to read, without findings; tests change one place and see what is said of it.
import type { Files, Finding, Sources } from '../../knowledge/sources.ts'
import { parseSources } from '../../knowledge/sources.ts'

const article = `---
title: Sleep and Rest
url: https://clinic.example/sleep
approvedOn: 2026-01-05
---

# Sleep and Rest

Sleep is a state of rest. Contact us today!

## Naps

A nap is a short sleep during the day. Naps restore attention within minutes.

Research on naps is still going on.

## Dreams

Dreams occur in every night of sleep. Their meaning is disputed.
`

const entries = `article: sleep
section: Naps
entries:
  - id: what-is-a-nap
    question: What is a nap?
    questionEs: ¿Qué es una siesta?
    say:
      - A nap is a short sleep during the day.
      - Naps restore attention within minutes.
    phrasings:
      en:
        - what is a nap
        - forty winks
    followUps: [what-is-sleep]
  - id: what-is-sleep
    question: What is sleep?
    questionEs: ¿Qué es dormir?
    say:
      - Sleep is a state of rest.
    phrasings:
      en:
        - define sleep
  - id: dreams
    question: When do people dream?
    questionEs: ¿Cuándo se sueña?
    say:
      - Dreams occur in every night of sleep.
    phrasings:
      en:
        - nightmares
`

const policy = `article: sleep
caveat: Research on naps
never:
  - sentence: Contact us today
    why: A sales promise.
claims:
  - Naps restore
onlyFor:
  - sentence: Dreams occur
    entries: [dreams]
    why: Out of its place it worries people.
notices:
  - sentence: Dreams occur
    notice: not-a-full-list
uncovered:
  - sentence: Research on naps
    why: It is the caveat.
  - sentence: Their meaning
    why: Too short to answer anything.
`

const gaps = `family: cost
gaps:
  - id: cost
    topic: { en: what a nap costs, es: cuánto cuesta una siesta }
    message:
      en: Our article does not say what a nap costs.
      es: Nuestro artículo no dice cuánto cuesta una siesta.
    phrasings:
      en:
        - how much is it
    followUps: [what-is-sleep]
`

const card = '{ en: [lifeline], es: [lifeline] }'
const resources = `resources:
  - id: lifeline
    name: { en: Lifeline, es: Línea }
    note: null
    contacts:
      - { kind: call, display: { en: Call, es: Llame }, href: "tel:988" }
    owner: The line
    source: https://line.example/
    lastVerified: null
cards:
  crisis-self: ${card}
  crisis-other: ${card}
  emergency-medical: ${card}
  emergency-violence: ${card}
  emergency-harm-to-others: ${card}
`

const clinic = `{
  "name": "Rest Clinic",
  "phone": "+15615550100",
  "timeZone": "America/New_York"
}
`

const whole: Readonly<Record<string, string>> = {
  'articles/sleep.md': article,
  'entries/naps.yaml': entries,
  'gaps/cost.yaml': gaps,
  'smalltalk.yaml':
    'smalltalk:\n  - id: greeting\n    message: { en: Hello., es: Hola. }\n    phrasings: { en: [hello] }\n',
  'clinic-facts.yaml': 'facts:\n  - topic: phone\n    phrasings: { en: [phone number] }\n',
  'suggestions.yaml': 'suggestions:\n  - what-is-sleep\n',
  'policy.yaml': policy,
  'safety/resources.yaml': resources,
  'copy/en.yaml': 'handoff-open: { text: "Call {phone}.", needsReview: false }\n',
  'copy/es.yaml': 'handoff-open: { text: "Llame al {phone}.", needsReview: true }\n',
  'clinic.json': clinic,
}

/** One change: in this file, the first `from` becomes `to`. `from` must be there; `null` for `to` removes the file. */
export type Change = readonly [file: string, from: string, to: string | null]

/** The folder's files by path, with the changes made. */
export function smallClinic(...changes: readonly Change[]): Files {
  const files = new Map(Object.entries(whole))
  for (const [file, from, to] of changes) {
    const before = files.get(file) ?? ''
    if (!before.includes(from)) throw new Error(`${file} holds no “${from}”`)
    if (to === null) files.delete(file)
    else
      files.set(
        file,
        before.replace(from, () => to),
      )
  }
  return files
}

/** `file:line` of the first line that holds the words. */
export function placeOf(files: Files, file: string, words: string): string {
  const index = (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(words))
  if (index < 0) throw new Error(`${file} holds no “${words}”`)
  return `${file}:${index + 1}`
}

export function parsed(files: Files): Sources {
  const { sources, findings } = parseSources(files)
  if (!sources) throw new Error(findings.map(shown).join('\n'))
  return sources
}

/** A finding as the builder prints it, without the folder's name. */
export function shown({ file, line, what, instead }: Finding): string {
  return `${file}:${line} ${what}; ${instead}`
}
