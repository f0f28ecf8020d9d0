import { AppError } from '#lib/core/errors.ts'

/** Why a file is refused: the English sentence, and the key under `imports.errors.` with its values. */
export function refuse(key: string, message: string, values: Record<string, string | number> = {}): AppError {
  return new AppError('invalid', message, { messageKey: `imports.errors.${key}`, values })
}
