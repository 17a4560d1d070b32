// The widget's door: takes what arrived for a Reply or a Handoff only when every part that is drawn is there.
import type { Handoff, Reply } from '../server/contract.ts'

type Members = Readonly<Record<string, unknown>>

const membersOf = (value: unknown): Members => (value && typeof value === 'object' ? (value as Members) : {})
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isList = (value: unknown, least: number, fits: (member: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length >= least && value.every(fits)
const hasText = (name: string) => (value: unknown) => isText(membersOf(value)[name])

/** `null` when there is no way to a person in it; the widget then shows the one it was built with. */
export const parseHandoff = (value: unknown): Handoff | null => {
  const { message, phone, hours, links } = membersOf(value)
  const { display, href } = membersOf(phone)
  const fits =
    isText(message) &&
    isText(display) &&
    isText(href) &&
    (hours === null || hasText('label')(hours)) &&
    isList(links, 0, (link) => hasText('label')(link) && hasText('href')(link))
  return fits ? (value as Handoff) : null // Every member was looked at above.
}

const isResource = (value: unknown) =>
  isText(membersOf(value).name) && isList(membersOf(value).contacts, 1, hasText('href'))

const FITS: { readonly [Kind in Reply['kind']]: (reply: Members) => boolean } = {
  answer: ({ passages, followUps }) => isList(passages, 1, hasText('text')) && isList(followUps, 0, isText),
  clarify: ({ message, choices }) => isText(message) && isList(choices, 2, hasText('question')),
  clinic: ({ message }) => isText(message),
  decline: ({ message, followUps }) => isText(message) && isList(followUps, 0, isText),
  smalltalk: ({ message, followUps }) => isText(message) && isList(followUps, 0, isText),
  crisis: ({ message, resources }) => isText(message) && isList(resources, 1, isResource),
  emergency: ({ message, resources }) => isText(message) && isList(resources, 1, isResource),
}

export const parseReply = (value: unknown): Reply | null => {
  const reply = membersOf(value)
  const { kind, handoff } = reply
  const isKnown = isText(kind) && Object.hasOwn(FITS, kind)
  return isKnown && parseHandoff(handoff) && FITS[kind as Reply['kind']](reply) ? (value as Reply) : null
}

/** The two members of a Problem that are shown; both may be missing when something else than our server answered. */
export const parseProblem = (value: unknown): { readonly detail: string | null; readonly handoff: Handoff | null } => {
  const { detail, handoff } = membersOf(value)
  return { detail: isText(detail) ? detail : null, handoff: parseHandoff(handoff) }
}
