/** The languages of the product. English has no prefix in addresses, Vietnamese lives under `/vi`. */
export const locales = ['en', 'vi'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

/** The BCP 47 tag that decides how numbers and dates of a language look. */
export const languageTags: Record<Locale, string> = { en: 'en-US', vi: 'vi-VN' }

/** Each language in its own words, for the switch. */
export const localeNames: Record<Locale, string> = { en: 'English', vi: 'Tiếng Việt' }

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text)

/** The language of an address or a profile; anything unknown is the default. */
export const localeOf = (text: unknown): Locale => (isLocale(text) ? text : defaultLocale)
