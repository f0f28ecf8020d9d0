import { AppError } from '#lib/core/errors.ts'

/** The form that was posted to a page of the bank. Throws AppError invalid for a body that is none. */
export const readForm = (request: Request): Promise<FormData> =>
  request.formData().catch(() => {
    throw new AppError('invalid', 'The form of the Demo Bank cannot be read.')
  })
