// Picks the language of the server's own words when no question says it: suggestions, problems.
import type { Lang } from './contract.ts'

/**
 * The first of our languages in an `Accept-Language` header, English when there is none. Browsers list languages by
 * preference, so weights are not read.
 */
export function languageOf(acceptLanguage: string | undefined): Lang {
  for (const tag of (acceptLanguage ?? '').split(',')) {
    const language = tag.trim().slice(0, 2).toLowerCase()
    if (language === 'en' || language === 'es') return language
  }
  return 'en'
}
