import { AppError } from '#lib/core/errors.ts'

/** An opaque keyset cursor: the sort values of the last row of a page. */
export const encodeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** Reads a cursor of `length` texts; throws `invalid` for anything this server did not make. */
export function decodeCursor(text: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => typeof value === 'string')
    )
      return values
  } catch {
    // Falls through to the one message for every bad cursor.
  }
  throw new AppError('invalid', 'The cursor is not one that this server gave. Start again without it.', {
    errors: [{ path: 'cursor', message: 'not a cursor of this server' }],
  })
}
