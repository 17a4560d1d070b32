// Recognises a clinic that is only a demonstration, by its phone number.

/**
 * True for a number of the range that North America reserves for fiction: any area code, 555-0100 to 555-0199
 * (ATIS-0300115). It reaches nobody, so nothing with it may be released by accident.
 *
 * @param e164 "+15615550100"
 */
export function isDemonstrationNumber(e164: string): boolean {
  return /^\+1\d{3}55501\d{2}$/.test(e164)
}
