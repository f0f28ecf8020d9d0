import { z } from 'zod'
import { sayError } from '#lib/auth/say-error.ts'
import { AppError } from '#lib/core/errors.ts'
import { storableJson } from '#lib/core/storable-text.ts'
import type { Locale } from '#lib/i18n/locales.ts'

const storedError = z.union([
  z.object({
    message: z.string(),
    code: z.enum([
      'unauthenticated',
      'forbidden',
      'not_found',
      'invalid',
      'needs_mapping',
      'conflict',
      'too_large',
      'rate_limited',
      'unavailable',
    ]),
    messageKey: z.string().optional(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  z.object({ unexpected: z.string() }),
])

/** An error as a run keeps it: an expected one to be said in any language, another by the number it was logged under. */
export const storeError = (error: AppError | string): Record<string, unknown> =>
  storableJson(
    typeof error === 'string'
      ? { unexpected: error }
      : {
          code: error.code,
          message: error.message,
          messageKey: error.details.messageKey,
          values: error.details.values,
        },
  )

export function sayStored(stored: unknown, locale: Locale): string | null {
  const parsed = storedError.safeParse(stored)
  if (!parsed.success) return null
  const { data } = parsed
  if ('unexpected' in data) return sayError(data.unexpected, locale).message
  const { code, message, messageKey, values } = data
  return sayError(new AppError(code, message, { messageKey, values }), locale).message
}

/** The process that did the run is gone; its transaction went with it. */
export const interrupted = (): AppError =>
  new AppError(
    'unavailable',
    'The server stopped during the import. Nothing of it was kept: import it again.',
    {
      messageKey: 'imports.errors.interrupted',
    },
  )
