import 'server-only'
import { AppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { answering, englishOf, requireOwnOrigin } from './answering.ts'
import { createLimiter } from './limiter.ts'
import { sayError } from './say-error.ts'
import { currentSession } from './scope.ts'
import { scopeOfSession } from './session-scope.ts'

export { answering }

type Context<P> = { params: Promise<P> }
type Handler<P> = (scope: Scope, request: Request, params: P) => Promise<Response>

const perPerson = createLimiter(300, 60_000)

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
