import 'server-only'
import { AppError, isAppError } from '#lib/core/errors.ts'
import { env } from '../env.ts'
import { isOwnOrigin, writes } from './origin.ts'
import { problemResponse, unexpectedResponse } from './problem.ts'
import { reportError } from './report-error.ts'

/** Next throws redirects, not-founds and requests for a dynamic rendering; it marks them with a digest. */
const isFrameworkSignal = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string'

/** Turns what a handler throws into problem+json; an unexpected error is logged and only its number is told. */
export async function answering(
  request: Request,
  work: () => Promise<Response>,
  say = englishOf,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (isFrameworkSignal(error)) throw error
    if (isAppError(error)) return problemResponse(error, say(error))
    return unexpectedResponse(reportError(error, `${request.method} ${new URL(request.url).pathname}`))
  }
}

export const englishOf = (error: AppError): string => error.message

/** Refuses a write that another site sent along with our cookie. */
export function requireOwnOrigin(request: Request): void {
  if (writes(request.method) && !isOwnOrigin(request.headers, env().publicUrl))
    throw new AppError('forbidden', 'The request does not come from this site.', {
      messageKey: 'foreignOrigin',
    })
}
