import type { Locale } from '#lib/i18n/locales.ts'

export type Country = 'US' | 'VN'

/** A bank that people look for, and how to get a statement file out of its site, click by click. */
export type Institution = {
  /** In the address: `/link/chase`. */
  slug: string
  name: string
  /** Other names people type. */
  aliases: readonly string[]
  country: Country
  /** Where the steps begin; shown as text, never fetched. */
  site: string
  /** What to choose when the bank offers several, best first. */
  formats: readonly ('QFX' | 'OFX' | 'CSV' | 'Excel')[]
  steps: Record<Locale, readonly string[]>
  /** Something worth knowing first: how far back, what is missing. */
  note: Record<Locale, string>
}

/** What imported rows may be used for. */
export type Purpose = 'show' | 'alert' | 'assistant'
