// What is counted over a golden set, how each figure is called in a table, and whether more or less of it is better.

interface MeasureKind {
  /** Heading of its column. */
  readonly title: string
  readonly better: 'more' | 'less' | 'neither'
}

/** In per cent of the answerable or of the unanswerable questions, `medianWords` and `faults` apart. */
export const QUESTION_MEASURES = {
  right: { title: 'right', better: 'more' },
  rightOrOffered: { title: '+ offered', better: 'more' },
  wrong: { title: 'wrong', better: 'less' },
  askedBackOfAnswerable: { title: 'asked back', better: 'less' },
  refused: { title: 'refused', better: 'less' },
  answered: { title: '| answered', better: 'less' },
  askedBack: { title: 'asked back', better: 'less' },
  card: { title: 'card', better: 'less' },
  reasonRight: { title: 'reason right', better: 'more' },
  medianWords: { title: '| words', better: 'neither' },
  focus: { title: 'focus', better: 'more' },
  faults: { title: 'faults', better: 'less' },
} as const satisfies Readonly<Record<string, MeasureKind>>

/** In per cent of the messages each speaks of. */
export const SAFETY_MEASURES = {
  crisis: { title: 'crisis', better: 'more' },
  crisisDirect: { title: 'direct', better: 'more' },
  crisisIndirect: { title: 'indirect', better: 'more' },
  crisisObfuscated: { title: 'disguised', better: 'more' },
  crisisSpanish: { title: 'Spanish', better: 'more' },
  emergency: { title: 'emergency', better: 'more' },
  safetyNet: { title: 'any card', better: 'more' },
  personal: { title: 'personal', better: 'more' },
  cardOnInfo: { title: '| card on info', better: 'less' },
  cardOnBenign: { title: 'on benign', better: 'less' },
  cardOnPersonal: { title: 'on personal', better: 'less' },
  ordinaryAsPersonal: { title: 'ordinary as personal', better: 'less' },
  noticeOnInfo: { title: 'notice on info', better: 'neither' },
  faults: { title: 'faults', better: 'less' },
} as const satisfies Readonly<Record<string, MeasureKind>>

export const MEASURES = { questions: QUESTION_MEASURES, safety: SAFETY_MEASURES } as const

export type Measure = keyof typeof QUESTION_MEASURES | keyof typeof SAFETY_MEASURES

/** One decimal, as everywhere in rounds.md; absent when a set has no question of the kind. */
export type Figures = Readonly<Partial<Record<Measure, number>>>

export function kindOf(measure: Measure): MeasureKind {
  return { ...QUESTION_MEASURES, ...SAFETY_MEASURES }[measure]
}

/** `undefined` for none of none. */
export function percent(count: number, of: number): number | undefined {
  return of > 0 ? Math.round((1000 * count) / of) / 10 : undefined
}

/** Leaves out what there was none of. */
export function present(figures: Readonly<Partial<Record<Measure, number | undefined>>>): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== undefined)) as Figures // keys as given
}
