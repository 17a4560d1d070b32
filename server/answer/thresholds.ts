// Every number that shapes a reply: what it means, its range, and what raising it does.

export const thresholds = {
  /** 0…1. Probability an entry (with those that say the same) needs to be answered at once. Raise: fewer wrong answers, more questions back. */
  answer: 0.5,
  /** 0…1. Probability two or three entries need together to be offered as choices. Raise: more declines. */
  clarify: 0.4,
  /** 0…1. An entry worth offering beside the best. Raise: fewer, surer choices. */
  choice: 0.08,
  /** 0…1. Probability a gap, small talk or a fact needs to speak for itself; below, the plain decline. */
  other: 0.25,
  /** 0…1. Probability at which an entry outweighs triage's "personal" without a medicine in it. Raise: more goes to a clinician. */
  overPersonal: 0.7,
  /** Letters. Shorter words are not corrected: too many of them are one edit from something else. */
  correctionMinLength: 4,
  /** Words Fuse may propose for one misspelling. */
  correctionProposals: 25,
  /** Unknown words looked up in one question; the rest stay as typed. Bounds the time hostile text can take. */
  correctionsPerQuestion: 24,
} as const
