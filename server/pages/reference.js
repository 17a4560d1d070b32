// Draws openapi.json on /reference, all of it unfolded, in the browser's light or dark. Sent as it is.
const isDark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', isDark.matches)
isDark.addEventListener('change', follow)
follow()

globalThis.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  docExpansion: 'full',
  defaultModelRendering: 'model',
  // Reading only: what was tried here would be asked of the clinic's own assistant.
  supportedSubmitMethods: [],
  // The badge would send the document's address to a validator on somebody else's server.
  validatorUrl: null,
})
