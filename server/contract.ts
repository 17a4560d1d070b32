// What travels between the widget and the server: one request, one union of replies, one problem. Imports nothing.
//
// Keep this file free of imports. A zod schema or any other value here would be pulled into the widget's bundle
// (27 kB gzip, measured) without a word from the compiler.

/** A language the assistant's own words exist in. Quoted sentences stay in the language of their article. */
export type Lang = 'en' | 'es'

/** Limits of `POST /api/ask`. Lengths are UTF-16 units after trimming; the body limit is bytes as sent. */
export const LIMITS = {
  questionLength: 4000,
  historyLength: 2,
  bodyBytes: 64 * 1024,
} as const

/** Body of `POST /api/ask`. */
export interface AskRequest {
  /** The visitor's words: 1…4000 UTF-16 units after trimming. Triage reads all of it, even when it is too long. */
  readonly question: string
  /** Language of the page. Absent: recognised from the text. */
  readonly locale?: Lang | undefined
  /** The visitor's last one or two questions, newest last, without those that got a card. The server keeps nothing. */
  readonly history?: readonly string[] | undefined
}

/** A telephone number as shown and as dialled. */
export interface Phone {
  /** For people: `(561) 555-0100`. */
  readonly display: string
  /** For the dialler: `tel:+15615550100`. */
  readonly href: string
}

/** Whether the clinic is open at the moment of the reply, and until or from when, in the clinic's own time zone. */
export interface OpeningHours {
  readonly open: boolean
  /** "Open now until 5:00 PM" or "Closed now. Opens Monday at 9:00 AM". */
  readonly label: string
}

export interface Link {
  readonly label: string
  readonly href: string
}

/** The way to a person. Always the last thing shown, whatever happened before. */
export interface Handoff {
  readonly message: string
  readonly phone: Phone
  /** `null` when the clinic has not configured its hours. */
  readonly hours: OpeningHours | null
  /** 0…3 other ways: booking page, contact page, text message. Not everybody can phone. */
  readonly links: readonly Link[]
}

/** One or more whole sentences of an approved article, word for word, with the place they come from. */
export interface Passage {
  readonly text: string
  /** Language of the sentence, for `lang="…"`. */
  readonly lang: Lang
  /** The entry that quotes it. */
  readonly entry: string
  /** That entry's question. */
  readonly title: string
  /** Heading of the article section. */
  readonly section: string
  /** Link that scrolls to the sentence (text fragment). */
  readonly url: string
}

/** At least one. Written as a tuple so that an empty list does not compile. */
export type AtLeastOne<T> = readonly [T, ...T[]]

interface ReplyBase {
  /** Language of the assistant's own words in this reply. */
  readonly lang: Lang
  readonly handoff: Handoff
}

/** The article answers this question. Passages hold at most 100 words, passages and caveat together at most 130. */
export interface AnswerReply extends ReplyBase {
  readonly kind: 'answer'
  readonly entry: string
  readonly title: string
  /** Two entries when two questions were asked, or two are likely and short. */
  readonly passages: AtLeastOne<Passage>
  /** The article's own reservation, shown beside every claim of benefit. */
  readonly caveat: Passage | null
  /** Text the clinic approved, shown beside every claim of benefit. */
  readonly disclosure: string | null
  /** A soft line: 988, "not a full list", 911 on symptoms. */
  readonly notice: string | null
  /** 0…3 questions; asking one as written gives its entry's answer. */
  readonly followUps: readonly string[]
}

/** Close between two or three entries: the visitor is asked which was meant. */
export interface ClarifyReply extends ReplyBase {
  readonly kind: 'clarify'
  readonly message: string
  readonly choices: readonly [Choice, Choice] | readonly [Choice, Choice, Choice]
  readonly notice: string | null
}

export interface Choice {
  /** Asking this as written gives its entry's answer. */
  readonly question: string
}

/** A fact the clinic configured, or what this chat cannot do for the visitor. */
export interface ClinicReply extends ReplyBase {
  readonly kind: 'clinic'
  readonly topic: ClinicTopic
  readonly message: string
}

export type ClinicTopic =
  | 'hours'
  | 'holidays'
  | 'phone'
  | 'address'
  | 'booking'
  | 'contact'
  | 'languages'
  /** What the clinic states itself, on FDA status for example: its approved text is the whole message. */
  | 'disclosure'
  /** A number, an e-mail, "call me", "did you get it": nobody at the clinic reads this chat. */
  | 'cannot-pass-on'
  /** A person was asked for. */
  | 'human'

export interface DeclineReply extends ReplyBase {
  readonly kind: 'decline'
  readonly reason: 'not-covered' | 'personal' | 'off-topic'
  readonly message: string
  readonly followUps: readonly string[]
  readonly notice: string | null
}

export interface SmalltalkReply extends ReplyBase {
  readonly kind: 'smalltalk'
  readonly message: string
  readonly followUps: readonly string[]
}

/** A way to reach a resource, printed as text and as a link. */
export interface Contact {
  readonly kind: 'call' | 'text' | 'chat' | 'web'
  readonly display: string
  readonly href: string
}

export interface Resource {
  readonly name: string
  readonly note: string | null
  readonly contacts: AtLeastOne<Contact>
}

interface CardBase extends ReplyBase {
  /**
   * A line break parts what to say before the first resource from what to say after it. A message in two languages comes
   * as two paragraphs with an empty line between, the reply's own language first.
   */
  readonly message: string
  readonly resources: AtLeastOne<Resource>
}

/** Somebody may be thinking of suicide or hurting themselves: 988 first. Carries no passage and no follow-up. */
export interface CrisisReply extends CardBase {
  readonly kind: 'crisis'
  readonly variant: 'self' | 'other'
}

/** Somebody is in danger now: 911 first. Carries no passage and no follow-up. */
export interface EmergencyReply extends CardBase {
  readonly kind: 'emergency'
  readonly variant: 'medical' | 'violence' | 'harm-to-others'
}

/** 200 of `POST /api/ask`. */
export type Reply =
  | AnswerReply
  | ClarifyReply
  | ClinicReply
  | DeclineReply
  | SmalltalkReply
  | CrisisReply
  | EmergencyReply

/** Every response that is not 2xx: RFC 9457 `application/problem+json` with the handoff as an extension member. */
export interface Problem {
  /** A URI reference naming the kind of problem: `/problems/<slug>`. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** What was wrong and what to send instead. Never repeats the visitor's words. */
  readonly detail: string
  readonly lang: Lang
  readonly handoff: Handoff
}

/** 200 of `GET /api/suggestions`. Neutral questions only; none that promises a benefit. */
export interface Suggestions {
  readonly lang: Lang
  readonly questions: readonly Choice[]
}

/** 200 of `GET /healthz`. */
export interface Health {
  readonly status: 'ok'
  /** SHA-256 of answers.json. */
  readonly knowledge: string
  /** Names everything a reply depends on: `npm run ask -- --at <version>` gives a reply of then again. */
  readonly version: string
  /** Who approved what is served, and when (ISO date). `null`: nobody has, or something has changed since. */
  readonly approval: { readonly role: string; readonly date: string } | null
  readonly articles: readonly { readonly id: string; readonly sha256: string }[]
}
