// Stands in for libphonenumber-js in the offline chunk: the clinic's few numbers were read by it when the widget was built.

/** E.164 → as shown. */
const shown: Record<string, string> = { ...PHONES_SHOWN }

/** The clinic's own number, which is not built in. */
export const showAs = (number: string, display: string): void => {
  shown[number] = display
}

export const parsePhoneNumberFromString = (number: string) => {
  const display = shown[number]
  if (display === undefined) return undefined
  const format = () => display
  return { number, countryCallingCode: '', isPossible: () => true, formatNational: format, formatInternational: format }
}

export const isSupportedCountry = () => false

export const getCountryCallingCode = () => ''
