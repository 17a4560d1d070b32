// The security and caching headers of everything we send. Plain values: Node sends them, the Workers build writes them down.

/** On every response. */
export const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
} as const

/** What other sites load or call: the widget's files, the interface, its problems. No framework default here: `same-origin` would block the widget. */
export const FOR_OTHER_SITES = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const

/** Our own pages: nothing inline, nothing foreign, nobody's frame; markup only from code that cannot be talked into it. */
export const FOR_OUR_PAGES = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const

/**
 * The page on which a clinic makes its snippet shows a sample page of ours in a frame, and that page writes the script
 * tag itself, from the choices made: the one place where our own code sets the address of a script.
 */
export const FOR_THE_EMBED_PAGE = {
  ...FOR_OUR_PAGES,
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
} as const

/** The page that draws openapi.json: Swagger UI writes styles into its elements, and no policy of names could list them. */
export const FOR_THE_REFERENCE_PAGE = {
  ...FOR_OUR_PAGES,
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const

/**
 * Five minutes, and four more while a fresh copy is on its way: after the clinic's number changes, nobody is shown the
 * old one for more than ten. For whatever is asked for under a lasting name.
 */
export const SHORT_CACHE = 'public, max-age=300, stale-while-revalidate=240'
/** For ever: the name changes with the content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'
export const NO_STORE = 'no-store'

// `chunks/panel-BFbvFZ.js`, `embed/assets/page-Dk3b1x.css`: names that end in a hash of the content.
const HASHED = /^\/(?:chunks|embed\/assets)\/[^/]+-[\w-]{6,}\.\w+$/
// `/1.2.0/widget.js`: a release that a page has pinned by its integrity.
const RELEASE = /^\/\d+\.\d+\.\d+[^/]*\//

/** How long a static file may be kept, by its path. */
export function cacheControlOf(path: string): string {
  return HASHED.test(path) || RELEASE.test(path) ? IMMUTABLE : SHORT_CACHE
}
