import { getRequestConfig } from 'next-intl/server'
import { localeOf } from './locales.ts'
import { messagesFor } from './messages.ts'

/** What next-intl asks for on each request on the server. */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = localeOf(await requestLocale)
  return { locale, messages: messagesFor(locale), timeZone: 'UTC' }
})
