import { defineRouting } from 'next-intl/routing'
import { defaultLocale, locales } from './locales.ts'

/** The address alone decides the language: no header and no cookie turns a link into another page. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
})
