import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { AppError, isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { env } from '../env.ts'
import { createLimiter } from './limiter.ts'
import { isOwnOrigin, writes } from './origin.ts'
import { problemResponse, unexpectedResponse } from './problem.ts'
import { reportError } from './report-error.ts'
import { sayError } from './say-error.ts'
import { currentSession } from './scope.ts'
import { scopeOfSession } from './session-scope.ts'

type Context<P> = { params: Promise<P> }
type Handler<P> = (scope: Scope, request: Request, params: P) => Promise<Response>

const perPerson = createLimiter(300, 60_000)

/** Turns what a handler throws into problem+json; an unexpected error is logged and only its number is told. */
export async function answering(
  request: Request,
  work: () => Promise<Response>,
  say = englishOf,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    unstable_rethrow(error)
    if (isAppError(error)) return problemResponse(error, say(error))
    return unexpectedResponse(reportError(error, `${request.method} ${new URL(request.url).pathname}`))
  }
}

const englishOf = (error: AppError): string => error.message

/** Refuses a write that another site sent along with our cookie. */
export function requireOwnOrigin(request: Request): void {
  if (writes(request.method) && !isOwnOrigin(request.headers, env().publicUrl))
    throw new AppError('forbidden', 'The request does not come from this site.', {
      messageKey: 'foreignOrigin',
    })
}

/** A route handler for pages: the cookie's session, own origin on writes, errors as problem+json in the person's language. */
export const sessionRoute =
  <P = Record<string, string>>(handle: Handler<P>) =>
  (request: Request, context: Context<P>): Promise<Response> => {
    let say = englishOf
    return answering(
      request,
      async () => {
        requireOwnOrigin(request)
        const session = await currentSession()
        if (!session) throw new AppError('unauthenticated', 'Nobody is signed in.')
        say = (error) => sayError(error, session.locale).message
        const wait = perPerson.take(session.userId)
        if (wait !== null)
          throw new AppError('rate_limited', 'Too many requests.', { retryAfterSeconds: wait })
        const response = await handle(scopeOfSession(session), request, await context.params)
        if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store')
        return response
      },
      (error) => say(error),
    )
  }

/** A route handler anyone may call (health, the schema, the signed mute link); it brings its own proof. */
export const publicRoute =
  <P = Record<string, string>>(handle: (request: Request, params: P) => Promise<Response>) =>
  (request: Request, context: Context<P>): Promise<Response> =>
    answering(request, async () => handle(request, await context.params))
