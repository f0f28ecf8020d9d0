import type { Route } from 'next'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'

/** A page's address in a language, for hard navigations and redirects; the dashboard when there is no path. */
export function homeOf(locale: Locale, path = ''): Route {
  const address: string = locale === defaultLocale ? path || '/' : `/${locale}${path}`
  return address as Route
}
