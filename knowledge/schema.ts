// The shape of everything the assistant knows: each authored file, and the knowledge.json that is built from them.
import * as z from 'zod'

const lang = z.enum(['en', 'es'])
export type Lang = z.infer<typeof lang>

/** Lower-case words joined by hyphens. Branded, so that an entry's id cannot be passed where a gap's is meant. */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write lower-case words joined by hyphens')
const entryId = slug.brand<'EntryId'>()
const gapId = slug.brand<'GapId'>()
const articleId = slug.brand<'ArticleId'>()
export type EntryId = z.infer<typeof entryId>
export type GapId = z.infer<typeof gapId>
export type ArticleId = z.infer<typeof articleId>

const text = z.string().trim().min(1)
/** The same thing said in each language of the assistant. */
const both = z.strictObject({ en: text, es: text })
export type Both = z.infer<typeof both>
/** Authored ways of asking, by language. English is required; Spanish may still be empty. */
const phrasings = z.strictObject({ en: z.array(text).min(1), es: z.array(text).default([]) })
export type Phrasings = z.infer<typeof phrasings>

const isoDate = z.iso.date()
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as HH:MM, 24 hours')

// ── Authored files ─────────────────────────────────────────────────────────────────────────────────────────────

/** Front matter of `articles/*.md`. The id is the file's name. */
export const articleFrontMatter = z.strictObject({
  title: text,
  /** Where visitors read it: an https address, or a path ("/") while the server's own demonstration page shows it. */
  url: z.union([z.url({ protocol: /^https$/ }), z.string().startsWith('/')]),
  lang: lang.default('en'),
  approvedOn: isoDate,
})

/**
 * The same while nobody has approved the text: `approvedOn:` is there and empty, the address may be missing as well.
 * Nothing of such an article is shown.
 */
export const waitingFrontMatter = z.strictObject({
  ...articleFrontMatter.shape,
  url: articleFrontMatter.shape.url.nullish(),
  approvedOn: z.null(),
})

const entry = z.strictObject({
  id: entryId,
  /** The question as a title, shown to visitors as a choice or a follow-up. */
  question: text,
  /** Spanish title. Only the title: the article is never translated by us. */
  questionEs: text,
  /** Sentences of the article, word for word, in the order they are shown. */
  say: z.array(text).min(1),
  phrasings,
  followUps: z.array(entryId).max(3).default([]),
})

/** `entries/*.yaml`: the entries of one article section. */
export const entriesFile = z.strictObject({
  article: articleId,
  section: text,
  entries: z.array(entry).min(1),
})

const declineReason = z.enum(['not-covered', 'personal', 'off-topic'])

const gap = z.strictObject({
  id: gapId,
  /** What the gap is about, as it reads inside a sentence: "what an infusion costs". */
  topic: both,
  reason: declineReason.default('not-covered'),
  /** What the visitor is told. Names the topic; never guesses. */
  message: both,
  /** Words that, used in a question, speak for this gap and against entries whose own wording lacks them. */
  guards: z.array(text).default([]),
  phrasings,
  followUps: z.array(entryId).max(3).default([]),
})

/** `gaps/*.yaml`: a family of topics that the article does not answer. */
export const gapsFile = z.strictObject({ family: text, gaps: z.array(gap).min(1) })

const smalltalkTopic = z.strictObject({
  id: slug,
  message: both,
  phrasings,
  followUps: z.array(entryId).max(3).default([]),
})

/** `smalltalk.yaml` */
export const smalltalkFile = z.strictObject({ smalltalk: z.array(smalltalkTopic).min(1) })

const clinicTopic = z.enum(['hours', 'holidays', 'phone', 'address', 'booking', 'contact', 'languages'])

/** `clinic-facts.yaml`: ways of asking for what clinic.json says. */
export const clinicFactsFile = z.strictObject({
  facts: z.array(z.strictObject({ topic: clinicTopic, phrasings })).min(1),
})

/** A soft line beside a passage; its words are in `copy/`. */
const noticeId = z.enum(['crisis-line', 'not-a-full-list', 'emergency-symptoms', 'keep-your-medicine'])
export type NoticeId = z.infer<typeof noticeId>

/** A sentence named by its beginning, which must fit exactly one sentence of the article. */
const sentenceStart = text

/** `policy.yaml`: which sentences may be quoted, when, and beside what. Whatever is not listed is free. */
export const policyFile = z.strictObject({
  article: articleId,
  /** C1: shown beside every claim. */
  caveat: sentenceStart,
  never: z.array(z.strictObject({ sentence: sentenceStart, why: text })),
  /** Quoted only with the caveat and, when the clinic has one, its disclosure. */
  claims: z.array(sentenceStart),
  /** Quoted only by these entries, whatever else matches. */
  onlyFor: z.array(z.strictObject({ sentence: sentenceStart, entries: z.array(entryId).min(1), why: text })),
  notices: z.array(z.strictObject({ sentence: sentenceStart, notice: noticeId })),
  /** Gaps whose questions the clinic's disclosure answers, when it has one. */
  disclosed: z.array(gapId).default([]),
  /** Quotable sentences that no entry quotes, each with the reason. */
  uncovered: z.array(z.strictObject({ sentence: sentenceStart, why: text })).default([]),
})

/** `articles/<id>.policy.yaml`: the same for an article beside the one of policy.yaml. Without a claim it needs no caveat. */
export const articlePolicyFile = z.strictObject({
  caveat: sentenceStart.optional(),
  never: policyFile.shape.never.default([]),
  claims: policyFile.shape.claims.default([]),
  onlyFor: policyFile.shape.onlyFor.default([]),
  notices: policyFile.shape.notices.default([]),
  uncovered: policyFile.shape.uncovered,
})
/** What one article's policy file says, whichever it is. */
export type ArticlePolicy = Omit<z.infer<typeof policyFile>, 'article' | 'caveat' | 'disclosed'> & {
  readonly article: string
  readonly caveat?: string | undefined
}

const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
export type Weekday = z.infer<typeof weekday>
const openSpan = z.strictObject({ from: clockTime, to: clockTime }).refine((span) => span.from < span.to, {
  message: 'closing time must be later than opening time; split a night over two days',
})

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, 'write the number in E.164, like "+15615550100"')

/** As much as the panel has room for. */
const announced = text.max(120, 'write at most 120 characters, one line')

/** `clinic.json`: facts only the clinic can give. None is ever invented. */
export const clinicFile = z.strictObject({
  name: text,
  phone: e164,
  /** Region whose national format the number is shown in. */
  phoneRegion: z.string().length(2).default('US'),
  timeZone: text,
  /** Absent: hours are not configured. A weekday that is missing is closed. */
  hours: z.partialRecord(weekday, z.array(openSpan)).optional(),
  /** Days on which the weekly hours do not hold. Without `open`, closed all day. */
  closures: z
    .array(z.strictObject({ date: isoDate, name: both.optional(), open: z.array(openSpan).optional() }))
    .default([]),
  address: text.optional(),
  bookingUrl: z.url({ protocol: /^https$/ }).optional(),
  contactUrl: z.url({ protocol: /^https$/ }).optional(),
  textNumber: e164.optional(),
  /** Number or instruction for patients after closing time. */
  afterHours: e164.optional(),
  /** Languages spoken at the clinic, as a visitor would name them. */
  languages: z.array(both).optional(),
  /** Clinic-approved text shown beside every claim (for example on FDA status). Never written by us. */
  disclosure: both.optional(),
  /** One line above everything, until and including a day: "Closed for the storm". A line in the snippet wins over it. */
  announcement: z.strictObject({ en: announced, es: announced, until: isoDate.optional() }).optional(),
  /** `true`: no questions are answered for now. Crisis and emergency are recognised all the same. */
  paused: z.boolean().optional(),
  /** Why the clinic goes live without one of these. Read by `npm run release-check` alone. */
  leftOut: z.partialRecord(z.enum(['hours', 'address', 'disclosure']), text).optional(),
  /** Origins that may call /api/*. Empty: any origin. `https://*.clinic.example` stands for every subdomain. */
  allowedOrigins: z.array(text).default([]),
})
export type Clinic = z.infer<typeof clinicFile>

const contact = z.strictObject({
  kind: z.enum(['call', 'text', 'chat', 'web']),
  display: both,
  href: z.string().regex(/^(tel:|sms:|https:\/\/)\S+$/),
})

const resource = z.strictObject({
  id: slug,
  name: both,
  note: both.nullable(),
  contacts: z.tuple([contact], contact),
  owner: text,
  source: z.url({ protocol: /^https$/ }),
  /** Date on which somebody checked the number with its owner; `null` until then. */
  lastVerified: isoDate.nullable(),
})
export type SafetyResource = z.infer<typeof resource>

const cardId = z.enum([
  'crisis-self',
  'crisis-other',
  'emergency-medical',
  'emergency-violence',
  'emergency-harm-to-others',
])
export type CardId = z.infer<typeof cardId>

/** `safety/resources.yaml`: who to reach, and in which order on which card (by resource id, first shown first). */
export const resourcesFile = z.strictObject({
  resources: z.array(resource).min(1),
  cards: z.record(cardId, z.strictObject({ en: z.array(slug).min(1), es: z.array(slug).min(1) })),
})

/** One fixed sentence (or a few) of the assistant's own. `{name}` marks a value filled in when it is said. */
const copyText = z.strictObject({ text, needsReview: z.boolean() })
/** `copy/en.yaml`, `copy/es.yaml`: everything the assistant itself says. Both files have the same keys. */
export const copyFile = z.record(slug, copyText)

/**
 * What a message can be to the trained half of triage. `topic`: suicide, overdose or abuse spoken of and nobody in
 * danger; `harmless`: everything else that needs neither card nor clinician.
 */
export const dangerClass = z.enum([
  'crisis-self',
  'crisis-other',
  'emergency-medical',
  'emergency-violence',
  'emergency-harm-to-others',
  'personal',
  'topic',
  'harmless',
])
export type DangerClass = z.infer<typeof dangerClass>
/** `safety-examples/*.yaml`: messages as people write them, for the trained half of triage. */
export const examplesFile = z.strictObject({
  class: dangerClass,
  examples: z.strictObject({ en: z.array(text).min(1), es: z.array(text).default([]) }),
})
export type SafetyExamples = z.infer<typeof examplesFile>
/** examples.json: every file of `safety-examples/`, for training alone. */
export const safetyExamples = z.array(examplesFile)

/** `approval.json`: who has approved what visitors can be shown. What it was, word for word, is in approved.json. */
export const approvalFile = z.strictObject({
  /** "Medical director". A role and not a name: visitors read it. */
  role: text,
  date: isoDate,
  /** Of approved.json. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Approval = z.infer<typeof approvalFile>
/** `approved.json` */
export const approvedFile = z.record(z.string(), z.record(z.string(), z.string()))

/** `suggestions.yaml`: questions offered before the visitor has asked one, by entry. */
export const suggestionsFile = z.strictObject({ suggestions: z.array(entryId).min(1).max(5) })

const followUpKind = z.enum([
  'more',
  'first',
  'second',
  'third',
  'yes',
  'no',
  'about',
  'further',
  'pronouns',
  'everyday',
  'insist',
])
export type FollowUpKind = z.infer<typeof followUpKind>

/** `lexicon/*.yaml` */
export const lexiconFile = z.strictObject({
  /** Groups of words or phrases that mean the same here; the first is the one kept. */
  synonyms: z.array(z.array(text).min(2)).default([]),
  /** Chat spelling → plain spelling ("wat" → "what"). May hold several words on either side. */
  rewrites: z.record(z.string(), text).default({}),
  /** Words that carry no topic. */
  stopWords: z.array(text).default([]),
  /** Turns that only make sense after an earlier one, by what they ask for. Each is a whole turn, `about` an opener. */
  followUps: z.partialRecord(followUpKind, z.array(text)).default({}),
  /** Words a question begins with, in any language, lower case. */
  questionHeads: z.array(text).default([]),
})

// ── knowledge.json ─────────────────────────────────────────────────────────────────────────────────────────────

const sentence = z.strictObject({
  text,
  /** True for the first sentence of a paragraph: the article's page shows the text as it was published. */
  opensParagraph: z.boolean(),
  policy: z.enum(['free', 'claim', 'never']),
  notice: noticeId.nullable(),
})
const section = z.strictObject({ heading: text, level: z.number().int().min(1).max(6), sentences: z.array(sentence) })
const article = z.strictObject({
  id: articleId,
  title: text,
  url: text,
  lang,
  approvedOn: isoDate,
  sha256: z.string().length(64),
  sections: z.array(section),
  caveat: z.strictObject({ section: text, text }).nullable(),
})
export type Article = z.infer<typeof article>

const quote = z.strictObject({ section: text, text, claim: z.boolean(), notice: noticeId.nullable() })
export type Quote = z.infer<typeof quote>

/** Built phrasings may be none: answers.json leaves them out, because the model has learnt them. */
const builtPhrasings = z.strictObject({ en: z.array(text), es: z.array(text) })

const builtEntry = z.strictObject({
  id: entryId,
  article: articleId,
  /** Heading of the section whose file it was authored in: its neighbours are the entries of the same section. */
  section: text,
  question: text,
  questionEs: text,
  /** Empty when every sentence it quoted was withdrawn: such an entry declines. */
  say: z.array(quote),
  phrasings: builtPhrasings,
  followUps: z.array(entryId),
  /** True for an entry made from a heading because nobody has authored one yet. */
  derived: z.boolean(),
})
export type Entry = z.infer<typeof builtEntry>
const builtGap = gap.extend({
  family: text,
  phrasings: builtPhrasings,
  /** The clinic's disclosure answers this. Left out where it does not, which is nearly everywhere. */
  disclosed: z.literal(true).optional(),
})
export type Gap = z.infer<typeof builtGap>
const builtSmalltalk = smalltalkTopic.extend({ phrasings: builtPhrasings })
export type Smalltalk = z.infer<typeof builtSmalltalk>
const builtFact = z.strictObject({ topic: clinicTopic, phrasings: builtPhrasings })
export type ClinicFact = z.infer<typeof builtFact>
export type FactTopic = z.infer<typeof clinicTopic>
export type Lexicon = z.infer<typeof lexiconFile>

const copy = z.record(slug, text)
export type Copy = z.infer<typeof copy>

/** knowledge.json, and answers.json without the phrasings. Byte-identical for the same sources. */
export const knowledge = z.strictObject({
  /** Names everything a reply depends on; `npm run ask -- --at` finds it again. */
  version: z.string(),
  /** The last approval, where it covers all that is here; `null` where something has changed since, or nobody has approved. */
  approval: approvalFile.pick({ role: true, date: true }).nullable(),
  articles: z.array(article).min(1),
  entries: z.array(builtEntry).min(1),
  gaps: z.array(builtGap),
  smalltalk: z.array(builtSmalltalk),
  clinicFacts: z.array(builtFact),
  suggestions: z.array(entryId),
  clinic: clinicFile,
  copy: z.strictObject({ en: copy, es: copy }),
  resources: z.array(resource),
  cards: resourcesFile.shape.cards,
  lexicon: lexiconFile,
})
export type Knowledge = z.infer<typeof knowledge>
