import { formatCurrencyName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { currencyCodes } from '#lib/i18n/zone.ts'

/** Every currency by its code and its name in the language; the two of our languages come first. */
export function currencyChoices(locale: Locale): { value: string; label: string }[] {
  const codes = ['USD', 'VND', ...currencyCodes().filter((code) => code !== 'USD' && code !== 'VND')]
  return codes.map((value) => ({ value, label: `${value} · ${formatCurrencyName(value, locale)}` }))
}
