import { AppError } from '#lib/core/errors.ts'

/** Why a file is refused: the English sentence, and the key under `imports.errors.` with its values. */
export function refuse(key: string, message: string, values: Record<string, string | number> = {}): AppError {
  return new AppError('invalid', message, { messageKey: `imports.errors.${key}`, values })
}

/** HTML without the table of a statement. */
export const webPage = (): AppError =>
  refuse(
    'webPage',
    'This is a web page, probably the sign-in page of the bank. Sign in again and download the statement as a file.',
  )

/** More accounts than any one file holds: a column was taken for an account number, or the file is no statement. */
export const mostAccounts = 500

export const tooManyAccounts = (): AppError =>
  refuse(
    'tooManyAccounts',
    `The file seems to hold more than ${mostAccounts} accounts, so it was not read. Export fewer accounts at once.`,
    {
      limit: mostAccounts,
    },
  )
