// Is a text English or Spanish? By what its page says, else by its commonest small words.

const SPANISH = /\b(el|la|los|las|de|que|y|en|una|por|para|con|es|del|se|su)\b/gi
const ENGLISH = /\b(the|of|and|to|in|is|for|with|that|are|on|your|you|be|it)\b/gi

/** @param declared the page's `lang`, or nothing. */
export function languageOf(text: string, declared = ''): 'en' | 'es' {
  if (/^es\b/i.test(declared)) return 'es'
  if (/^en\b/i.test(declared)) return 'en'
  return (text.match(SPANISH)?.length ?? 0) > (text.match(ENGLISH)?.length ?? 0) ? 'es' : 'en'
}
