import type { Locale } from '#lib/i18n/locales.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import type { AccountPlan } from './plan.ts'

/** What to call the accounts of a file: their own name, else the one asked for, else bank, kind and last four digits. */
export function accountNamer(
  locale: Locale,
  accountName: string | undefined,
  accounts: number,
): (plan: AccountPlan) => string {
  const t = translatorFor(locale, 'imports')
  return ({ rows: { read }, resolved: { stored, made } }) => {
    if (stored) return stored.name
    if (made?.name) return made.name
    const tail = read.last4 ? ` ··${read.last4}` : ''
    if (accountName) return accounts === 1 ? accountName : `${accountName}${tail || ` ${read.currency}`}`
    if (read.name) return read.name
    const kind = t(`types.${read.type}`)
    const name = `${read.institution ? `${read.institution} ` : ''}${kind}${tail}`
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
}
