import 'server-only'
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { apiTokens, authEvents, households, memberships, sessions, users } from '#db/schema/users.ts'
import { withIdentity, withOperator, withScope } from '#db/scope.ts'
import { notFound } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import type { ApiToken, DoorEvent, Profile, SessionItem, TokenScope, UserListItem } from './types.ts'

/** The scope's person and household. */
export const getProfile = (scope: Scope): Promise<Profile> =>
  withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ user: users, household: households, role: memberships.role })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .innerJoin(households, eq(households.id, memberships.householdId))
      .where(and(eq(users.id, scope.userId), eq(households.id, scope.householdId)))
    if (!row) throw notFound('The profile')
    const { id, name, currency, timeZone, monthStartDay, weekendRule } = row.household
    return {
      id: row.user.id,
      email: row.user.email,
      name: row.user.name,
      locale: localeOf(row.user.locale),
      isAdmin: row.user.isAdmin,
      household: { id, name, currency, timeZone, monthStartDay, weekendRule, role: row.role },
    }
  })

/** The person's sessions that are not over, the latest used first. `currentId` marks the one that asks. */
export const listSessions = (scope: Scope, currentId: string | null): Promise<SessionItem[]> =>
  withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, scope.userId),
          gt(sessions.idleExpiresAt, scope.now),
          gt(sessions.absoluteExpiresAt, scope.now),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt))
    return rows.map((row) => ({
      id: row.id,
      current: row.id === currentId,
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      expiresAt: row.absoluteExpiresAt,
      userAgent: row.userAgent,
      ipPrefix: row.ipPrefix,
    }))
  })

/** What happened at the door lately, newest first. */
export const listDoorEvents = (scope: Scope, limit = 20): Promise<DoorEvent[]> =>
  withScope(scope, (tx) =>
    tx
      .select({
        id: authEvents.id,
        event: authEvents.event,
        at: authEvents.at,
        userAgent: authEvents.userAgent,
        ipPrefix: authEvents.ipPrefix,
      })
      .from(authEvents)
      .where(eq(authEvents.userId, scope.userId))
      .orderBy(desc(authEvents.at), desc(authEvents.id))
      .limit(limit),
  )

export const tokenOf = (row: typeof apiTokens.$inferSelect): ApiToken => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes.filter((name): name is TokenScope => name === 'read' || name === 'write'),
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  lastUsedAt: row.lastUsedAt,
})

/** The person's tokens that are not revoked, newest first; expired ones too, so that one sees why a script stopped. */
export const listApiTokens = (scope: Scope): Promise<ApiToken[]> =>
  withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(apiTokens)
      .where(and(eq(apiTokens.userId, scope.userId), isNull(apiTokens.revokedAt)))
      .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    return rows.map(tokenOf)
  })

/** Everybody on this instance, oldest first; for the operator's command line. */
export const listUsers = (): Promise<UserListItem[]> =>
  withOperator((tx) =>
    tx
      .select({
        id: users.id,
        email: users.email,
        name: users.name,
        status: users.status,
        isAdmin: users.isAdmin,
        createdAt: users.createdAt,
      })
      .from(users)
      .orderBy(asc(users.createdAt), asc(users.id)),
  )

/** Whether anybody has a profile on this instance. */
export const anyoneExists = (): Promise<boolean> =>
  withIdentity(async (tx) => (await tx.select({ id: users.id }).from(users).limit(1)).length > 0)
