import { AppError } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'

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
  throw badCursor()
}

const badCursor = (): AppError =>
  new AppError('invalid', 'The cursor is not one that this server gave. Start again without it.', {
    errors: [{ path: 'cursor', message: 'not a cursor of this server' }],
  })

/** The id in a cursor that is one id, null without a cursor; throws `invalid` like `decodeCursor`. */
export function idOfCursor(text: string | undefined): string | null {
  if (text === undefined) return null
  const [id] = decodeCursor(text, 1)
  if (!id || !isId(id)) throw badCursor()
  return id
}
