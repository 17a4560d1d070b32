// Every number that shapes a reply: what it means, its range, and what raising it does.

export type Thresholds = { readonly [Name in keyof typeof thresholds]: number }

export const thresholds = {
  /** 0 and up. Lead over gaps, small talk and facts (decide.ts) at which an entry is answered at once. Raise: fewer wrong answers, more questions back. */
  answer: 1.75,
  /** 0…1. How much all that is no entry counts together against one, beside the likeliest of it. Raise: more that is about nothing we know is declined. */
  others: 0.2,
  /** 0…1. An entry is answered at once only if the next that says something else has at most this share of its confidence. Raise: fewer questions back, more wrong answers. */
  rival: 0.8,
  /** 0…1. Confidence at which the entry that comes next is shown beside the best. Raise: fewer double answers, more questions back and wrong answers. */
  both: 0.12,
  /** Words. Two entries longer than this together are not shown together, unless two questions were asked. */
  wordsOfBoth: 60,
  /** 0…1. Confidence two or three entries need together to be offered as choices. Raise: more declines. */
  clarify: 0.2,
  /** 0 and up. The same, as a multiple of the best other class. Raise: a likely gap speaks for itself more often. */
  clarifyShare: 0.6,
  /** 0…1. An entry worth offering beside the best. Raise: fewer, surer choices. */
  choice: 0.02,
  /** 0…1. Probability a gap, small talk or a fact needs to speak for itself; below, the plain decline. */
  other: 0.25,
  /** 0…1. An entry offered as a question beside a decline. Raise: fewer, nearer offers. */
  near: 0.06,
  /** 0…1. Weight of the earlier question joined with "why", "how long". Raise: leans more on what went before. */
  further: 0.65,
  /** 0…1. Weight of the earlier question with its topic swapped ("what about social"), beside the new topic alone. */
  about: 0.6,
  /** 0…1. Confidence the whole message gives to what one of its questions asks, for that question to be answered apart. Raise: fewer double answers. */
  partOfQuestion: 0.01,
  /** 0…1. Confidence at which a visitor's own words take up one of the choices offered. Raise: more is searched anew. */
  pick: 0.05,
  /** 0…1. Confidence of the trained second look at which a message gets a card that no frame gave. Raise: more disclosures missed. */
  danger: 0.4,
  /** 0…1. The same where frames saw that the name of an attack is asked for, which mostly is somebody else's or long over. */
  dangerDespiteDefinition: 0.7,
  /** 0…1. The same where frames saw an errand: a number to call back, an appointment to cancel. */
  dangerDespiteErrand: 0.9,
  /** 0…1. What a reading of one or two words counts. */
  fragment: 0.3,
  /** 0…1. Below this the second look doubts a card that frames gave, unless they are sure. Raise: fewer false cards, more misses. */
  harmless: 0.02,
  /** 0…1. Confidence at which the second look sends a question to a clinician. Raise: more answered from the article. */
  personal: 0.43,
  /** 0…1. Below this the second look doubts what frames took for personal. */
  notPersonal: 0.12,
  /** 0…1. Confidence that danger is the topic at which the soft line is shown. Raise: fewer soft lines. */
  topic: 0.4,
  /** 0…1. A message this near a danger gets the soft line although it gets no card. Raise: fewer soft lines. */
  nearDanger: 0.15,
  /** 0…1. What a reading of a part of a long message counts, beside one of the whole. */
  partOfMessage: 0.7,
  /** Letters. Shorter words are not corrected: too many of them are one edit from something else. */
  correctionMinLength: 3,
  /** 0 and up. What a word twice as rare costs more, where a letter exchanged costs 1. Raise: frequent words are preferred to near ones. */
  correctionRarity: 0.08,
  /** 0 and up. What it is worth that the corrected word was seen twice as often beside its neighbours. Raise: what usually stands there is preferred to what is near. */
  correctionContext: 0.07,
  /** Words Fuse may propose for one misspelling. */
  correctionProposals: 25,
  /** Unknown words looked up in one question; the rest stay as typed. Bounds the time hostile text can take. */
  correctionsPerQuestion: 24,
} as const

/** The browser's, whose model knows less and is less sure of what it knows. */
export const offlineThresholds: Thresholds = {
  ...thresholds,
  answer: 1.65,
  rival: 0.9,
}
