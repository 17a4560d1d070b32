// Composes crisis and emergency cards: fixed copy, resources in their order, the handoff. Never a passage.
import type { CardId, Knowledge, SafetyResource } from '../../knowledge/schema.ts'
import type { AtLeastOne, Contact, CrisisReply, EmergencyReply, Handoff, Lang, Resource } from '../contract.ts'
import type { Say } from './say.ts'
import type { CrisisTriage, EmergencyTriage } from './triage/triage.ts'

export type ShownResource = Pick<SafetyResource, 'id' | 'name' | 'note' | 'contacts'>

/** What cards are made of. Less than all of knowledge.json, so that a browser can have it. */
export interface CardContent {
  readonly resources: readonly ShownResource[]
  readonly cards: Knowledge['cards']
}

/**
 * The card for what triage found. Written in a language the assistant has no words in, a message is answered in English
 * and Spanish: two paragraphs, the reply's own language first, and each resource in both.
 *
 * Throws when a card has no resource: a broken build, which lint refuses.
 */
export function composeCard(
  found: CrisisTriage | EmergencyTriage,
  content: CardContent,
  say: Say,
  handoff: Handoff,
): CrisisReply | EmergencyReply {
  const { lang, bilingual } = found
  const card = cardIdOf(found)
  const langs: AtLeastOne<Lang> = bilingual ? [lang, lang === 'en' ? 'es' : 'en'] : [lang]
  // Interpreters answer on the English line, which the Spanish card leaves out.
  const shown = content.cards[card][bilingual ? 'en' : lang].flatMap(
    (id) => content.resources.find((resource) => resource.id === id) ?? [],
  )
  const [first, ...rest] = shown.map((resource) => inWords(resource, langs))
  if (!first) throw new Error(`[clinic-chat] the card "${card}" has no resource: see knowledge/safety/resources.yaml`)

  // Two languages of the full message would push the numbers off a small screen.
  const message = bilingual && found.kind === 'crisis' ? 'card-crisis-bilingual' : `card-${card}`
  const keys = [message, ...(bilingual && shown.some(({ id }) => id === 'lifeline') ? ['card-interpreters'] : [])]
  const inFull = (one: Lang) => keys.map((key) => say(key, one)).join(' ')
  const base = {
    lang,
    // In two languages it is parted between them, not within.
    message: bilingual ? langs.map((one) => inFull(one).replaceAll('\n', ' ')).join('\n\n') : inFull(lang),
    resources: [first, ...rest] as const,
    // Not before the numbers: what else was asked can wait, and is the clinic's.
    handoff: found.alsoAsked ? { ...handoff, message: `${say('card-also-asked', lang)} ${handoff.message}` } : handoff,
  }
  return found.kind === 'crisis'
    ? { kind: 'crisis', variant: found.variant, ...base }
    : { kind: 'emergency', variant: found.variant, ...base }
}

function cardIdOf(found: CrisisTriage | EmergencyTriage): CardId {
  return found.kind === 'crisis' ? `crisis-${found.variant}` : `emergency-${found.variant}`
}

function inWords({ name, note, contacts }: ShownResource, langs: AtLeastOne<Lang>): Resource {
  // What reads the same in both, such as a number, is said once.
  const inEach = (text: Readonly<Record<Lang, string>>) => [...new Set(langs.map((lang) => text[lang]))].join(' / ')
  const [first, ...rest] = contacts
  const plain = ({ kind, display, href }: (typeof contacts)[number]): Contact => ({
    kind,
    display: inEach(display),
    href,
  })
  return { name: inEach(name), note: note && inEach(note), contacts: [plain(first), ...rest.map(plain)] }
}
