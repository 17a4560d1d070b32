// What a visitor can be shown beside answers: the clinic's facts, cards, resources and every fixed sentence. Pure.
import type { Clinic, Knowledge, SafetyResource } from './schema.ts'
import type { Sources } from './sources.ts'
import type { VisibleField, VisiblePiece } from './visible-piece.ts'
import { bothSaid, said, spaced, unsigned } from './visible-piece.ts'

export function fixedPieces(knowledge: Knowledge, sources: Sources): readonly VisiblePiece[] {
  return [
    clinicPiece(knowledge.clinic),
    disclosurePiece(knowledge.clinic),
    ...announcementPieces(knowledge.clinic),
    ...cardPieces(knowledge),
    ...knowledge.resources.map(resourcePiece),
    ...Object.keys(knowledge.copy.en).map((key) => copyPiece(key, sources)),
  ]
}

const NOT_GIVEN = 'not given; the visitor is told to ask the clinic'

function clinicPiece(clinic: Clinic): VisiblePiece {
  const { hours, closures, languages } = clinic
  const spans = (open: readonly { from: string; to: string }[]) =>
    open.map(({ from, to }) => `${from} to ${to}`).join(', ') || 'closed'
  const week = hours && Object.entries(hours).map(([day, open]) => `${spaced(day)} ${spans(open)}`)
  const days = closures.map(({ date, name, open = [] }) => `${date} ${name ? `(${name.en}) ` : ''}${spans(open)}`)
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Name', clinic.name],
    ['Phone', clinic.phone],
    ['Hours', week?.join('\n') || undefined],
    ['Days with other hours', days.join('\n') || undefined],
    ['Time zone', clinic.timeZone],
    ['Address', clinic.address],
    ['Booking page', clinic.bookingUrl],
    ['Contact page', clinic.contactUrl],
    ['Number for text messages', clinic.textNumber],
    ['Number after hours', clinic.afterHours],
    ['Languages', languages?.map(({ en, es }) => `${en} / ${es}`).join('\n') || undefined],
  ]
  return {
    ...{ id: 'clinic/facts', kind: 'clinic', group: 'The clinic', label: 'Facts of the clinic' },
    fields: facts.map(([name, value]) => said(name, value ?? NOT_GIVEN)),
  }
}

function disclosurePiece({ disclosure, leftOut }: Clinic): VisiblePiece {
  const reason = leftOut?.disclosure
  return {
    ...{ id: 'clinic/disclosure', kind: 'clinic', group: 'The clinic', label: 'Disclosure, shown with every claim' },
    fields: disclosure
      ? bothSaid('Disclosure', disclosure)
      : [said('Disclosure', reason ? `None, because: ${reason}` : 'None, and no reason given.')],
  }
}

/** For a few days: nothing where there is none. */
function announcementPieces({ announcement }: Clinic): readonly VisiblePiece[] {
  if (!announcement) return []
  const { en, es, until } = announcement
  return [
    {
      ...{ id: 'clinic/announcement', kind: 'clinic', group: 'The clinic', label: 'Announcement' },
      fields: [...bothSaid('Says', { en, es }), said('Its last day', until ?? 'none; it stays until it is taken out')],
    },
  ]
}

function cardPieces({ cards, resources, copy }: Knowledge): readonly VisiblePiece[] {
  const shown = (ids: readonly string[], lang: 'en' | 'es'): VisibleField => ({
    ...{ name: 'Shows, in this order', lang, signed: ids.join(', ') },
    text: ids.map((id) => resources.find((resource) => resource.id === id)?.name[lang] ?? id).join('\n'),
  })
  return Object.entries(cards).map(([id, { en, es }]) => ({
    ...{ id: `card/${id}`, kind: 'card', group: 'Cards', label: spaced(id) },
    fields: [
      unsigned('Message', copy.en[`card-${id}`] ?? '', 'en'),
      unsigned('Message', copy.es[`card-${id}`] ?? '', 'es'),
      shown(en, 'en'),
      shown(es, 'es'),
    ],
  }))
}

function resourcePiece({ id, name, note, contacts, owner, source, lastVerified }: SafetyResource): VisiblePiece {
  const ways = (lang: 'en' | 'es') => contacts.map(({ display, href }) => `${display[lang]} (${href})`).join('\n')
  return {
    ...{ id: `resource/${id}`, kind: 'resource', group: 'Who to reach', label: name.en },
    fields: [
      ...bothSaid('Name', name),
      ...(note ? bothSaid('Note', note) : []),
      ...bothSaid('Ways', { en: ways('en'), es: ways('es') }),
      unsigned('Owner', `${owner}, ${source}`),
      unsigned('Checked with its owner', lastVerified ?? 'not yet'),
    ],
  }
}

/** By the beginning of the key; the first that fits. */
const GROUPS: readonly (readonly [start: string, group: string])[] = [
  ['handoff-', 'The way to a person'],
  ['hours-', 'Opening hours'],
  ['problem-', 'When a request cannot be served'],
  ['card-', 'Words on cards'],
  ['notice-', 'Notices beside an answer'],
  ['personal-', 'What only a clinician can answer'],
  ['page-', 'Our own pages'],
  ['faq-', 'Our own pages'],
  ['clinic-', 'Facts of the clinic, as they are said'],
]

function copyPiece(key: string, { copy }: Sources): VisiblePiece {
  const group = GROUPS.find(([start]) => key.startsWith(start))?.[1] ?? 'Other fixed sentences'
  const fields = (['en', 'es'] as const).flatMap((lang) => {
    const { text, needsReview } = copy[lang].content[key] ?? { text: '', needsReview: true }
    return [
      said('Says', text, lang),
      ...(needsReview ? [unsigned(`Not reviewed yet (${lang})`, 'needs a review')] : []),
    ]
  })
  return { id: `copy/${key}`, kind: 'copy', group, label: spaced(key), fields }
}
