// Pages of clinics, as HTML: a plain one, and the parts from which hostile ones are made.

const TEXT = 'Anxiety disorders are among the most common reasons for which people look for help. Here stands a page.'

export interface HostParts {
  readonly head?: string
  readonly htmlAttributes?: string
  readonly body?: string
}

/** One script tag on a page that is itself without fault. `tag`: further attributes of it. */
export const hostPage = (assistant: string, tag = '', { head = '', htmlAttributes = '', body = '' }: HostParts = {}) =>
  `<!doctype html><html lang="en" ${htmlAttributes}><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Our clinic</title>
  <style>:root{color-scheme:light dark} a{color:inherit}</style>${head}</head><body><main><h1>Our clinic</h1>
  <p><a href="#more">More</a> <input aria-label="Search"></p><p id="more">${TEXT}</p>${body}</main>
  <script src="${assistant}/widget.js" ${tag} async></script></body></html>`
