// What the build writes into the widget's files (vite.config.ts): the clinic's facts and the name of the panel's chunk.

/** Name and phone of knowledge/clinic.json. Built in, so that the phone needs neither network nor server. */
declare const CLINIC_NAME: string
declare const CLINIC_PHONE: { readonly display: string; readonly href: string }
/** Path of the panel's chunk, relative to widget.js. Defined in the launcher's build only. */
declare const PANEL_CHUNK: string
/** True in the file that pages pin by its integrity: it holds no phone of the clinic's. Defined in the launcher's build only. */
declare const PINNED: boolean
/** Names what the widget was built with, as /healthz does. Defined in the panel's build only. */
declare const VERSION: string
/** The day of the approval that covers it, as people write it; `null` while none does. Defined in the panel's build only. */
declare const APPROVED_ON: { readonly en: string; readonly es: string } | null
/** The entries of knowledge/suggestions.yaml as questions. Defined in the panel's build only. */
declare const SUGGESTIONS: { readonly en: readonly string[]; readonly es: readonly string[] }
/** One line above the transcript, as clinic.json has it; `until`: the last day of it. Defined in the panel's build only. */
declare const ANNOUNCEMENT: { readonly en: string; readonly es: string; readonly until?: string } | null
/** What stands in place of the greeting and the composer while the clinic has paused its assistant. Defined in the panel's build only. */
declare const PAUSED: { readonly en: string; readonly es: string } | null
/** The part of knowledge/safety.json that finds a card (`cardsOnly`). Defined in the panel's build only. */
declare const CARD_RULES: Parameters<typeof import('../server/answer/triage/triage.ts').createTriage>[0]
/** What cards say and whom they name. Defined in the panel's build only. */
declare const CARDS: import('../server/answer/cards.ts').CardContent & {
  readonly copy: import('../server/answer/say.ts').CopyByLang
}
/** What the offline chunk has beside the safety chunk's: all frames, and the patterns of those that lead to no card. */
declare const OTHER_RULES: Pick<typeof CARD_RULES, 'frames' | 'patterns'>
/** Knowledge without what only the server or its training needs (`forBrowser`), and without the phone. Defined in the panel's build only. */
declare const OFFLINE_KNOWLEDGE: Omit<
  Parameters<typeof import('../server/answer/answer.ts').createAssistant>[0],
  'cards' | 'resources'
>
/** server/offline-model.json, but its classes: knowledge tells them. Defined in the panel's build only. */
declare const OFFLINE_MODEL: Omit<import('../server/answer/model.ts').Model, 'classes'>
/** E.164 → as shown, for the numbers of clinic.json but the phone. Defined in the panel's build only. */
declare const PHONES_SHOWN: Readonly<Record<string, string>>
