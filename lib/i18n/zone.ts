import { isLocale, type Locale } from './locales.ts'

/** The zone of this machine: the visitor's in a browser, the server's on a server. */
export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whether this runtime knows the zone (`Asia/Ho_Chi_Minh`); older names of a zone count too. */
export function isTimeZone(text: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: text })
    return text.length > 0
  } catch {
    return false
  }
}

/** The zones to choose from, by their IANA names. */
export const timeZones = (): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()

/** The currencies to choose from, by code. */
export const currencyCodes = (): string[] => Intl.supportedValuesOf('currency')

/** The person's first language that we have. */
export const firstLocale = (languages: readonly string[]): Locale | null =>
  languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLocale) ?? null
