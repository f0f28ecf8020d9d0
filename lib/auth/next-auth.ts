import 'server-only'
import type { NextRequest } from 'next/server'
import NextAuth, { type AuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import { withIdentity } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import { deriveKey } from '#lib/secrets/master-key.ts'
import { env, pinPublicUrl } from '../env.ts'
import { answering, requireOwnOrigin } from './answering.ts'
import { sessionCookieName, sessionCookieOptions } from './cookie.ts'
import { recordAuthEvent } from './events.ts'
import { isOwnPath } from './origin.ts'
import { endSession, readSession } from './session.ts'

/** The library over our own tables: it sees a person and an end, never a hash, and cannot lengthen a session. */
const adapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const session = await readSession(sessionToken)
    if (!session) return null
    const { userId, email, name, expires } = session
    return {
      session: { sessionToken, userId, expires },
      user: { id: userId, email, name, emailVerified: null },
    }
  },
  updateSession: async () => null,
  async deleteSession(sessionToken) {
    await withIdentity(async (tx) => {
      const userId = await endSession(tx, sessionToken)
      if (userId)
        await recordAuthEvent(tx, 'signed-out', userId, { ipPrefix: null, userAgent: null }, new Date())
    })
  },
}

const options = (): AuthOptions => ({
  adapter,
  secret: deriveKey('session-csrf').toString('base64url'),
  providers: [],
  session: { strategy: 'database', maxAge: 30 * 86_400 },
  useSecureCookies: env().publicUrl.startsWith('https:'),
  cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
  callbacks: { redirect: async ({ url, baseUrl }) => (isOwnPath(url) ? baseUrl + url : baseUrl) },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
})

type Context = { params: Promise<{ nextauth: string[] }> }

/** What is switched on: who am I, the CSRF token, signing out. Everything else of the library is not there. */
const allowed = new Set(['GET session', 'GET csrf', 'POST signout'])

/** The library's route handler behind our gate: own origin, only the allowed actions, addresses from the configuration. */
export const authRoute =
  () =>
  (request: NextRequest, context: Context): Promise<Response> =>
    answering(request, async () => {
      requireOwnOrigin(request)
      const { nextauth } = await context.params
      if (!allowed.has(`${request.method} ${nextauth.join('/')}`))
        throw new AppError('not_found', 'There is nothing here.')
      pinPublicUrl()
      const response: Response = await NextAuth(request, context, options())
      if (nextauth[0] === 'session') response.headers.delete('set-cookie')
      response.headers.set('cache-control', 'private, no-store')
      return response
    })
