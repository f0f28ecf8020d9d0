import type { AppError, FieldError } from '#lib/core/errors.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { messagesFor } from '#lib/i18n/messages.ts'
import { translatorFor } from '#lib/i18n/translator.ts'

type Said = { code: string; message: string; errors?: FieldError[] }
type Key = Parameters<ReturnType<typeof translatorFor<'errors'>>>[0]

const isKey = (text: string, locale: Locale): text is Key & string =>
  Object.hasOwn(messagesFor(locale).errors, text)

/**
 * An error in a person's language: by `messageKey`, else by code. Field messages that are keys are translated too.
 * A text instead of an error is the number of an unexpected one.
 */
export function sayError(error: AppError | string, locale: Locale): Said {
  const t = translatorFor(locale, 'errors')
  if (typeof error === 'string') return { code: 'unexpected', message: `${t('unexpected')} (${error})` }
  const { messageKey, values, errors, retryAfterSeconds } = error.details
  const key = messageKey && isKey(messageKey, locale) ? messageKey : error.code
  const args = { ...values, ...(retryAfterSeconds === undefined ? {} : { seconds: retryAfterSeconds }) }
  const translate = t as (key: string, values?: Record<string, string | number>) => string
  return {
    code: error.code,
    message: translate(key, args),
    ...(errors
      ? {
          errors: errors.map(({ path, message }) => ({
            path,
            message: isKey(message, locale) ? translate(message, args) : message,
          })),
        }
      : {}),
  }
}
