import type { z } from 'zod'
import { AppError } from '#lib/core/errors.ts'
import { unstorableAt } from '#lib/core/storable-text.ts'

const noStore = 'holds a character that cannot be stored; send it without U+0000 and without half characters'

/** Checks values against a schema; throws `invalid` that names every bad field. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const unstorable = unstorableAt(value)
  if (unstorable !== null)
    throw new AppError('invalid', `The ${what} is not valid: ${unstorable} ${noStore}.`, {
      errors: [{ path: unstorable, message: noStore }],
    })
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.map((issue) => ({
    path: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
    message: issue.message,
  }))
  throw new AppError(
    'invalid',
    `The ${what} is not valid: ${errors[0]?.path} ${errors[0]?.message.replace(/\.$/, '')}.`,
    {
      errors,
    },
  )
}
