// Says one fixed sentence of knowledge/copy, with its {placeholders} filled in.
import type { Copy } from '../../knowledge/schema.ts'
import type { Lang } from '../contract.ts'

/** Every fixed sentence of the assistant, by language. */
export type CopyByLang = Readonly<Record<Lang, Copy>>

/** `values` fill the `{placeholders}` of the sentence. Throws when the key or a value is missing: a bug, not an outcome. */
export type Say = (key: string, lang: Lang, values?: Readonly<Record<string, string>>) => string

export function createSay(copy: CopyByLang): Say {
  return (key, lang, values = {}) => {
    const template = copy[lang][key]
    if (template === undefined)
      throw new Error(`[clinic-chat] no copy "${key}" in "${lang}": add it to knowledge/copy/`)
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`[clinic-chat] copy "${key}" needs a value for {${name}}`)
      return value
    })
  }
}
