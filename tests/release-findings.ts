// What stands between this folder of knowledge and real visitors, as findings with file and line. Pure: the day is passed in.
import type { Finding, Source, Sources } from '../knowledge/sources.ts'
import { isDemonstrationNumber } from '../server/demonstration.ts'

/** A quarter and a few days: numbers are checked with their owners each quarter. */
const MAX_AGE_DAYS = 100
const DAY_MS = 24 * 60 * 60 * 1000

type Found = Omit<Finding, 'severity'>

/** @param today ISO date, "2026-11-23". */
export function releaseFindings(sources: Sources, today: string): readonly Found[] {
  return [
    ...clinicFindings(sources),
    ...momentFindings(sources, today),
    ...resourceFindings(sources, today),
    ...copyFindings(sources),
  ]
}

function clinicFindings({ clinic, articles }: Sources): Found[] {
  const { phone, allowedOrigins, leftOut = {} } = clinic.content
  const found: Found[] = []
  if (isDemonstrationNumber(phone))
    found.push({
      ...at(clinic, 'phone'),
      what: `"${phone}" is a number for demonstrations and reaches nobody`,
      instead: 'write the clinic’s own, and call it from a phone by the widget’s link',
    })
  for (const name of ['hours', 'address', 'disclosure'] as const) {
    if (clinic.content[name] !== undefined || leftOut[name]) continue
    found.push({
      ...at(clinic),
      what: `the clinic has no "${name}"`,
      instead: `add it, or why it is left out: "leftOut": { "${name}": "…" }`,
    })
  }
  if (allowedOrigins.length === 0)
    found.push({
      ...at(clinic, 'allowedOrigins'),
      what: '"allowedOrigins" is empty, so any page may ask',
      instead: 'name the clinic’s sites, such as "https://clinic.example"',
    })
  for (const { file, frontMatter } of articles)
    if (frontMatter.url.startsWith('/'))
      found.push({
        ...{ file, line: 1 },
        what: `url "${frontMatter.url}" is our demonstration page`,
        instead: 'write the address of the page where visitors read this article',
      })
  return found
}

/** What was meant for a few days, and is easily forgotten. */
function momentFindings({ clinic }: Sources, today: string): Found[] {
  const { announcement, paused } = clinic.content
  const found: Found[] = []
  if (paused)
    found.push({
      ...at(clinic, 'paused'),
      what: '"paused" is true, so no question is answered',
      instead: 'take the line out when the assistant shall answer again',
    })
  if (announcement?.until !== undefined && announcement.until < today)
    found.push({
      ...at(clinic, 'announcement', 'until'),
      what: `the announcement ended on ${announcement.until}`,
      instead: 'take it out, or write the line for today',
    })
  return found
}

function resourceFindings({ resources }: Sources, today: string): Found[] {
  return resources.content.resources.flatMap(({ name, note, contacts, owner, source, lastVerified }, index) => {
    const age = lastVerified === null ? null : Math.round((Date.parse(today) - Date.parse(lastVerified)) / DAY_MS)
    if (age !== null && age >= 0 && age <= MAX_AGE_DAYS) return []
    const what =
      age === null
        ? 'has never been checked with its owner'
        : age < 0
          ? `was checked on ${lastVerified}, a day to come`
          : `was last checked ${age} days ago`
    const ways = contacts.map(({ display, href }) => `${display.en} (${href})`).join(', ')
    const noted = note ? `, and that it is still so: “${note.en}”` : ''
    return {
      ...at(resources, 'resources', index, 'lastVerified'),
      what: `${name.en} ${what}`,
      instead: `ask ${owner} (${source}) whether these reach it: ${ways}${noted}; then write the day as lastVerified`,
    }
  })
}

function copyFindings({ copy }: Sources): Found[] {
  return (['en', 'es'] as const).flatMap((lang) =>
    Object.entries(copy[lang].content).flatMap(([key, { needsReview }]) =>
      needsReview
        ? {
            ...at(copy[lang], key, 'needsReview'),
            what: `"${key}" has not been reviewed`,
            instead: `have ${lang === 'es' ? 'a clinician and a native speaker' : 'a clinician'} read it, then write needsReview: false`,
          }
        : [],
    ),
  )
}

function at(source: Source<unknown>, ...path: readonly (string | number)[]): Pick<Found, 'file' | 'line'> {
  return { file: source.file, line: source.line(path) }
}
