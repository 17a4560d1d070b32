// Authored safety files (safety/*.yaml, parsed) → the compact data that triage reads. Pure; finds every mistake at once.

/** Tables of how words are written. Lists are words separated by spaces. */
export interface SafetyTables {
  readonly lookAlikes: string
  readonly emoji: Readonly<Record<string, string>>
  readonly units: string
  readonly rewrites: Readonly<Record<string, string>>
  readonly fillers: string
  readonly openers: string
  readonly closers: string
  readonly anchors: string
  readonly ordinary: string
}

export type FrameKind = 'crisis' | 'emergency' | 'personal' | 'clinic' | 'topic' | 'shield' | 'denial' | 'loss'

/** What a group of patterns means when it is found. Fields that do not fit its kind are absent. */
export interface Frame {
  readonly id: string
  readonly kind: FrameKind
  /** Crisis, emergency: whom the words are about. `open`: decided by the subject to the left. Absent: `open`. */
  readonly who?: 'self' | 'other' | 'near' | 'open' | undefined
  /** Emergency. */
  readonly variant?: 'medical' | 'violence' | 'harm-to-others' | undefined
  /** Only when it is (nearly) all that the sentence says. */
  readonly alone?: boolean | undefined
  /** Emergency: only with a sign that it is happening now. */
  readonly now?: 'needed' | undefined
  /** Personal, clinic. */
  readonly topic?: 'medicine' | 'after-treatment' | 'general' | 'cannot-pass-on' | 'human' | undefined
  /** Clinic: decided before the personal class. */
  readonly strong?: boolean | undefined
  /** Topic: the soft line it asks for. */
  readonly line?: 'crisis-line' | 'emergency-symptoms' | undefined
  /** Topic: suicide or self-harm. */
  readonly suicide?: boolean | undefined
  /** Written in a language the assistant has no words in: the card comes in English and Spanish. */
  readonly lang?: 'other' | undefined
}

/** One `safety/*.yaml` file besides `resources.yaml`. All files share their concepts; each has its own names. */
export interface SafetyFile {
  readonly tables?: SafetyTables | undefined
  readonly concepts?: Readonly<Record<string, string>> | undefined
  readonly frames?:
    | readonly (Omit<Frame, 'kind'> & { readonly kind?: FrameKind | undefined; readonly says: string })[]
    | undefined
}

/** safety.json: everything triage knows. `patterns`: concept name or frame id → its patterns, joined by `;`. */
export interface SafetyData {
  readonly tables: SafetyTables
  readonly patterns: Readonly<Record<string, string>>
  readonly frames: readonly Frame[]
}

/** Merges the files. Throws one error that lists everything that is wrong with them. */
export function compileSafety(files: Readonly<Record<string, SafetyFile>>): SafetyData {
  const problems: string[] = []
  const patterns: Record<string, string> = {}
  const frames: Frame[] = []
  let tables: SafetyTables | undefined
  for (const [name, file] of Object.entries(files)) {
    if (file.tables) tables = file.tables
    for (const [concept, says] of Object.entries(file.concepts ?? {})) {
      if (!/^[A-Z]+$/.test(concept)) problems.push(`${name}: concept "${concept}" must be capital letters`)
      if (concept in patterns) problems.push(`${name}: concept "${concept}" is there already, in another file`)
      patterns[concept] = tidy(says)
    }
    for (const { says, ...frame } of file.frames ?? []) {
      if (frame.id in patterns) problems.push(`${name}: frame "${frame.id}" is there twice`)
      patterns[frame.id] = tidy(says)
      frames.push({ ...frame, kind: frame.kind ?? kindOf(frame.id) })
    }
  }
  for (const [name, says] of Object.entries(patterns)) {
    for (const part of says.split(/;| [+&-] /))
      for (const what of check(part, patterns)) problems.push(`${name}: ${what}`)
  }
  const used = new Set(Object.values(patterns).flatMap((says) => says.match(/[A-Z]+/g) ?? []))
  for (const name of Object.keys(patterns)) {
    if (/^[A-Z]+$/.test(name) && !used.has(name) && !READ_BY_TRIAGE.has(name)) problems.push(`${name} is never used`)
  }
  if (!tables) problems.push('no file has tables')
  if (problems.length > 0 || !tables) throw new Error(`[clinic-chat] knowledge/safety: ${problems.join('; ')}`)
  return { tables: { ...tables, rewrites: tables.rewrites }, patterns, frames }
}

/** Concepts that triage asks for by name. */
const READ_BY_TRIAGE = new Set([
  'SELF',
  'NEAR',
  'GENERIC',
  'ASKS',
  'WHATIF',
  'CAUSES',
  'HABIT',
  'STORY',
  'RECOUNTED',
  'PAST',
  'NOW',
])

/** The part a browser needs to show a card by itself: crises and emergencies, without their languages' rarer rules. */
export function cardsOnly(safety: SafetyData): SafetyData {
  return withPatternsOf(
    safety,
    safety.frames.filter(({ kind }) => kind !== 'personal' && kind !== 'clinic' && kind !== 'topic'),
  )
}

/** These frames, and no pattern that they and triage itself can do without. */
export function withPatternsOf(safety: SafetyData, frames: readonly Frame[]): SafetyData {
  const keep = new Set<string>()
  const visit = (name: string) => {
    if (keep.has(name) || !(name in safety.patterns)) return
    keep.add(name)
    for (const atom of (safety.patterns[name] ?? '').match(/[A-Z]+/g) ?? []) visit(atom)
  }
  for (const name of [...frames.map(({ id }) => id), ...READ_BY_TRIAGE]) visit(name)
  const patterns = Object.fromEntries(Object.entries(safety.patterns).filter(([name]) => keep.has(name)))
  return { ...safety, frames, patterns }
}

/** One pattern a line or a `;`, single spaces. */
function tidy(says: string): string {
  return says
    .split(/[;\n]/)
    .map((pattern) => pattern.trim().split(/\s+/).join(' '))
    .filter(Boolean)
    .join(';')
}

/** `crisis.kill-self` is a crisis. Denials and losses are kinds of shield and say so themselves. */
function kindOf(id: string): FrameKind {
  // The schema lets no other beginning pass.
  return (id.split('.')[0] ?? '') as FrameKind
}

const ATOM = /^([A-Z]+|##?|>|[a-z0-9'\-/.]+[~*]?)$/
const GAP = /^__?$/

function check(pattern: string, patterns: Readonly<Record<string, string>>): string[] {
  const problems: string[] = []
  const steps = pattern.split(' ')
  steps.forEach((step, i) => {
    if (step === '<' && i === 0) return
    if (GAP.test(step)) {
      if (i === 0 || i === steps.length - 1) problems.push(`"${pattern}" begins or ends with a gap`)
      return
    }
    for (const atom of step.replace(/^!/, '').replace(/\?$/, '').split('|')) {
      if (!ATOM.test(atom)) problems.push(`"${atom}" in "${pattern}" is no word`)
      else if (/^[A-Z]+$/.test(atom) && !(atom in patterns)) problems.push(`there is no concept ${atom} ("${pattern}")`)
    }
  })
  if (/^(< )?(!|>|\S+\?( |$))/.test(pattern)) problems.push(`"${pattern}" begins with what may be missing`)
  return problems
}
