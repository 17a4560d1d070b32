// What the clinic configured, as the panel uses it: a value that does not fit counts as none. settings-advice.ts says so.
import type { ReadSetting } from './config.ts'

export interface Settings {
  readonly theme: 'light' | 'dark' | 'system'
  readonly dir: 'ltr' | 'rtl' | null
  readonly greeting: string | null
  readonly notice: string | null
}

export const NOTICE_LENGTH = 120

/** @param announced The line that clinic.json has for today. The snippet's own wins: it can be changed at once. */
export const readSettings = (setting: ReadSetting, announced: string | null = null): Settings => {
  const theme = setting('theme')
  const dir = setting('dir')
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    dir: dir === 'ltr' || dir === 'rtl' ? dir : null,
    greeting: setting('greeting') || null,
    notice: (setting('notice') || announced)?.slice(0, NOTICE_LENGTH) || null,
  }
}
