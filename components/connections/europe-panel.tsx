import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireScope } from '#lib/auth/scope.ts'
import { bankCountries } from '#lib/connections/listed-bank.ts'
import { configuredProviders } from '#lib/connections/provider-setups.ts'
import { formatCountryName } from '#lib/i18n/format.ts'
import { CountrySelect } from './country-select.tsx'
import { ImportInstead } from './import-instead.tsx'

/** The country first: a provider lists its banks country by country. Without its keys the file is the way, and that is said. */
export async function EuropePanel({ children }: { children: ReactNode }) {
  const [t, locale, configured] = await Promise.all([
    getTranslations('connections.europe'),
    getLocale(),
    configuredProviders(),
    requireScope(),
  ])
  if (!configured.has('enablebanking')) return <ImportInstead title={t('noLive')} text={t('noLiveText')} />
  const countries = bankCountries
    .map((code) => ({ code, name: formatCountryName(code, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <>
      <CountrySelect countries={countries} />
      {children}
    </>
  )
}
