import { createTranslator } from 'use-intl/core'
import type { Locale } from './locales.ts'
import { messagesFor, type Namespace } from './messages.ts'

/** Messages outside React: mails, jobs, the command line. `translatorFor('vi', 'mail')('title')`. */
export function translatorFor<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator({ locale, namespace, messages: messagesFor(locale) })
}
