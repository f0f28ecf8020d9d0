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
  const refusal = sayRefusal(messageKey, values, locale)
  if (refusal) return { code: error.code, message: refusal }
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

const refusalPrefix = 'imports.errors.'

/** Why a statement file is refused: those sentences stand with the imports, not with the errors. */
function sayRefusal(
  messageKey: string | undefined,
  values: Record<string, string | number> | undefined,
  locale: Locale,
): string | null {
  const key = messageKey?.startsWith(refusalPrefix) ? messageKey.slice(refusalPrefix.length) : ''
  if (!Object.hasOwn(messagesFor(locale).imports.errors, key)) return null
  const translate = translatorFor(locale, 'imports') as (key: string, values?: object) => string
  return translate(`errors.${key}`, values)
}
