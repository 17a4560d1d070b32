// What the launcher itself says, in each language. Everything else is in the panel's copy.ts.

/** Its label; then what stands around the phone, 988 and 911 while there is no panel. A list: names would cost bytes. */
export const LAUNCHER_COPY = {
  en: ['Ask the clinic', 'Call ', 'Not for emergencies. Crisis: call or text ', '. Emergency: '],
  es: ['Pregunte a la clínica', 'Llame al ', 'No es para emergencias. Crisis: llame o escriba al ', '. Emergencia: '],
} as const
