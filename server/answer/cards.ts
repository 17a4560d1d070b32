// Composes crisis and emergency cards: fixed copy, resources in their order, the handoff. Never a passage.
import type { CardId, Knowledge, SafetyResource } from '../../knowledge/schema.ts'
import type { AtLeastOne, Contact, CrisisReply, EmergencyReply, Handoff, Lang, Resource } from '../contract.ts'
import type { Say } from './say.ts'

type CardContent = Pick<Knowledge, 'resources' | 'cards'>

/** Throws when a card has no resource: a broken build, which lint refuses. */
export function composeCard(
  card: CardId,
  lang: Lang,
  content: CardContent,
  say: Say,
  handoff: Handoff,
): CrisisReply | EmergencyReply {
  const [first, ...rest] = content.cards[card][lang].flatMap(
    (id) => content.resources.find((resource) => resource.id === id) ?? [],
  )
  if (!first) throw new Error(`[clinic-chat] the card "${card}" has no resource: see knowledge/safety/resources.yaml`)
  const resources: AtLeastOne<Resource> = [inWords(first, lang), ...rest.map((resource) => inWords(resource, lang))]
  const base = { lang, message: say(`card-${card}`, lang), resources, handoff }
  switch (card) {
    case 'crisis-self':
      return { kind: 'crisis', variant: 'self', ...base }
    case 'crisis-other':
      return { kind: 'crisis', variant: 'other', ...base }
    case 'emergency-medical':
      return { kind: 'emergency', variant: 'medical', ...base }
    case 'emergency-violence':
      return { kind: 'emergency', variant: 'violence', ...base }
    case 'emergency-harm-to-others':
      return { kind: 'emergency', variant: 'harm-to-others', ...base }
    default:
      return card satisfies never
  }
}

function inWords({ name, note, contacts }: SafetyResource, lang: Lang): Resource {
  const [first, ...rest] = contacts
  const plain = ({ kind, display, href }: (typeof contacts)[number]): Contact => ({
    kind,
    display: display[lang],
    href,
  })
  return { name: name[lang], note: note?.[lang] ?? null, contacts: [plain(first), ...rest.map(plain)] }
}
