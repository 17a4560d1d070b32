// Reads what the clinic configured: window.clinicChat first, then data-* of the script tag, then the query of its src.
//
// Tag managers strip data-*, and WordPress plugins that merge scripts lose the tag; hence three places. The launcher
// ignores bad values silently; settings.ts, in the panel's chunk, says what to write instead.

/** Every name is one word, so that it is spelt alike in all three places. README.md documents each. */
export type SettingName =
  | 'api'
  | 'color'
  | 'dir'
  | 'greeting'
  | 'label'
  | 'lang'
  | 'launcher'
  | 'layer'
  | 'mode'
  | 'notice'
  | 'offset'
  | 'phone'
  | 'side'
  | 'theme'

/** The configured value, or nothing. */
export type ReadSetting = (name: SettingName) => string | null

export interface Source {
  readonly setting: ReadSetting
  /** Absolute URL of widget.js, beside which the chunks lie and on whose origin the server is; or the `api` setting. */
  readonly base: string
}

/** To be called while the script runs: `document.currentScript` is null ever after. */
export const readSource = (): Source => {
  // In type=module currentScript is null; the tag is then found by its file name.
  const tag = (document.currentScript ?? document.querySelector('[src*="/widget.js"]')) as HTMLScriptElement | null
  const src = tag?.src || location.href
  const page = (window as { clinicChat?: Record<string, unknown> }).clinicChat
  const setting: ReadSetting = (name) => {
    const value = page?.[name] ?? tag?.dataset[name] ?? new URL(src).searchParams.get(name)
    // The object is the host page's, and may hold anything.
    return value ? `${value}` : null
  }
  return { setting, base: setting('api') || src }
}
