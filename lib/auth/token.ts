import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { apiTokens, households, memberships, users } from '#db/schema/users.ts'
import { withIdentity } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { createLimiter } from './limiter.ts'
import { makeScope } from './make-scope.ts'

const shape = /^Bearer +(minh_pat_[A-Za-z0-9_-]{43})$/i
const touchEvery = 60_000

/** Per token 600 requests a minute; guesses of unknown tokens share one small allowance. */
const perToken = createLimiter(600, 60_000)
const strangers = createLimiter(120, 60_000)

const refused = (message: string) => new AppError('unauthenticated', message)

function limit(wait: number | null): void {
  if (wait !== null)
    throw new AppError('rate_limited', `Too many requests. Try again in ${wait} s.`, {
      retryAfterSeconds: wait,
    })
}

export const hashApiToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * The scope of a request's bearer token. Throws unauthenticated (missing, unknown, revoked, expired: one answer), forbidden
 * (the token may not write) or rate_limited. Cookies are never looked at. `last_used_at` moves at most once a minute.
 */
export async function tokenScope(
  request: Request,
  needed: 'read' | 'write',
  now: Date = new Date(),
): Promise<Scope> {
  const token = shape.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!token)
    throw refused('Send a token: Authorization: Bearer minh_pat_…. Make one in Settings → API tokens.')
  const hash = hashApiToken(token)
  const found = await find(hash, now)
  if (!found) {
    limit(strangers.take('unknown', now.getTime()))
    throw refused('The token is unknown, revoked or expired.')
  }
  limit(perToken.take(hash, now.getTime()))
  if (!found.scopes.includes(needed))
    throw new AppError('forbidden', `The token lacks the scope '${needed}'.`)
  return found.scope
}

const find = (hash: string, now: Date): Promise<{ scope: Scope; scopes: string[] } | null> =>
  withIdentity(async (tx) => {
    const [row] = await tx
      .select({ token: apiTokens, user: users, household: households })
      .from(apiTokens)
      .innerJoin(
        memberships,
        and(eq(memberships.householdId, apiTokens.householdId), eq(memberships.userId, apiTokens.userId)),
      )
      .innerJoin(users, eq(users.id, apiTokens.userId))
      .innerJoin(households, eq(households.id, apiTokens.householdId))
      .where(and(eq(apiTokens.tokenHash, hash), isNull(apiTokens.revokedAt), eq(users.status, 'active')))
    if (!row || (row.token.expiresAt && row.token.expiresAt <= now)) return null
    const { token, user, household } = row
    if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() >= touchEvery)
      await tx.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.tokenHash, hash))
    const { id: householdId, timeZone, currency, monthStartDay, weekendRule } = household
    const parts = { householdId, timeZone, currency, monthStartDay, weekendRule }
    const scope = makeScope({ ...parts, userId: user.id, locale: localeOf(user.locale) }, 'token', now)
    return { scope, scopes: token.scopes }
  })
