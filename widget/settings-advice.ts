// What the console tells whoever pastes the snippet: which value does not fit, and what to write instead. A chunk of its own.
import type { ReadSetting, SettingName } from './config.ts'
import { NOTICE_LENGTH } from './settings.ts'

const oneOf = (...words: readonly string[]) => ({
  fits: (value: string) => words.includes(value),
  instead: words.join(' or '),
})
const cssValue = (property: string, example: string) => ({
  fits: (value: string) => CSS.supports(property, value),
  instead: `a CSS ${property} such as ${example}`,
})
const anyText = { fits: () => true, instead: '' }

const RULES: Readonly<Record<SettingName, { fits: (value: string) => boolean; instead: string }>> = {
  api: {
    fits: (value) => URL.canParse(value),
    instead: 'the address of the assistant, such as https://assistant.example',
  },
  color: cssValue('color', '#17605a'),
  dir: oneOf('ltr', 'rtl'),
  greeting: anyText,
  label: anyText,
  lang: { fits: (value) => /^(en|es)\b/i.test(value), instead: 'en or es' },
  launcher: oneOf('hidden'),
  layer: cssValue('z-index', '9990'),
  mode: oneOf('call-only'),
  notice: { fits: (value) => value.length <= NOTICE_LENGTH, instead: `at most ${NOTICE_LENGTH} characters` },
  offset: cssValue('margin', '20px'),
  phone: { fits: (value) => value.replace(/\D/g, '').length >= 7, instead: 'a number such as (561) 555-0100' },
  side: oneOf('left', 'right'),
  theme: oneOf('light', 'dark', 'system'),
}

/** One line for each value that does not fit, and for each name in window.clinicChat that is no setting. */
export const adviceOn = (setting: ReadSetting, given: object): readonly string[] => {
  const unfit = Object.entries(RULES).flatMap(([name, { fits, instead }]) => {
    const value = setting(name as SettingName) // Object.entries() forgets that the names are those of the record.
    return value && !fits(value) ? [`[clinic-chat] ${name}="${value}" does not fit. Write ${instead}.`] : []
  })
  // Unknown data-* attributes are not mentioned: optimising plugins add their own.
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(RULES, name))
  const names = Object.keys(RULES).join(', ')
  return [...unfit, ...unknown.map((name) => `[clinic-chat] "${name}" is not a setting. The settings are ${names}.`)]
}
