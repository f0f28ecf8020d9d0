import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, asc, eq, gt, lt, ne } from 'drizzle-orm'
import { households, memberships, sessions, users } from '#db/schema/users.ts'
import { type Tx, withIdentity } from '#db/scope.ts'
import { newId } from '#lib/core/ids.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import type { Client, SessionState } from './types.ts'

const hour = 3_600_000
const day = 24 * hour
const touchEvery = 60_000

/** A passphrase alone: half a day idle and one day at most, or 30 days when the person asked to be kept signed in. */
export const limits = {
  short: { idle: 12 * hour, absolute: day },
  kept: { idle: 14 * day, absolute: 30 * day },
} as const

export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export type NewSession = { userId: string; amr: string[]; keep: boolean; client: Client }

/** Makes a session; the token is returned once and kept nowhere. Every sign-in makes a new one (rotation). */
export async function createSession(
  tx: Tx,
  { userId, amr, keep, client }: NewSession,
  now: Date = new Date(),
): Promise<{ token: string; expires: Date }> {
  const token = newToken()
  const limit = keep ? limits.kept : limits.short
  const expires = new Date(now.getTime() + limit.absolute)
  await tx.insert(sessions).values({
    tokenHash: hashToken(token),
    id: newId(),
    userId,
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: new Date(now.getTime() + limit.idle),
    absoluteExpiresAt: expires,
    authTime: now,
    amr,
    ...client,
  })
  return { token, expires }
}

const live = (hash: string, now: Date) =>
  and(eq(sessions.tokenHash, hash), gt(sessions.idleExpiresAt, now), gt(sessions.absoluteExpiresAt, now))

/** Who holds this token, or null. Slides the idle limit, at most one write a minute. Privileges are read afresh each time. */
export const readSession = (token: string, now: Date = new Date()): Promise<SessionState | null> =>
  withIdentity(async (tx) => {
    const hash = hashToken(token)
    const [row] = await tx
      .select({ session: sessions, user: users, household: households })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .innerJoin(households, eq(households.id, memberships.householdId))
      .where(and(live(hash, now), eq(users.status, 'active')))
      .orderBy(asc(memberships.createdAt))
      .limit(1)
    if (!row) return null
    if (now.getTime() - row.session.lastSeenAt.getTime() >= touchEvery) await touch(tx, row.session, now)
    return stateOf(row)
  })

type Row = {
  session: typeof sessions.$inferSelect
  user: typeof users.$inferSelect
  household: typeof households.$inferSelect
}

const stateOf = ({ session, user, household }: Row): SessionState => ({
  sessionId: session.id,
  userId: user.id,
  email: user.email,
  name: user.name,
  isAdmin: user.isAdmin,
  locale: localeOf(user.locale),
  amr: session.amr,
  authTime: session.authTime,
  expires: session.absoluteExpiresAt,
  household: {
    id: household.id,
    currency: household.currency,
    timeZone: household.timeZone,
    monthStartDay: household.monthStartDay,
    weekendRule: household.weekendRule,
  },
})

async function touch(tx: Tx, session: typeof sessions.$inferSelect, now: Date): Promise<void> {
  const span = session.absoluteExpiresAt.getTime() - session.createdAt.getTime()
  const limit = span > limits.short.absolute ? limits.kept : limits.short
  const slid = Math.min(now.getTime() + limit.idle, session.absoluteExpiresAt.getTime())
  await tx
    .update(sessions)
    .set({ lastSeenAt: now, idleExpiresAt: new Date(slid) })
    .where(eq(sessions.tokenHash, session.tokenHash))
}

/** Ends the session of this token and says whose it was; null when there is none. */
export async function endSession(tx: Tx, token: string): Promise<string | null> {
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)))
    .returning({ userId: sessions.userId })
  return ended[0]?.userId ?? null
}

/** Ends every session of a person but one; for a changed passphrase and "sign out everywhere else". */
export const endOtherSessions = (tx: Tx, userId: string, keepSessionId: string | null) =>
  tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), keepSessionId ? ne(sessions.id, keepSessionId) : undefined))
    .returning({ id: sessions.id })

/** Forgets sessions that are over; for the nightly job. */
export const deleteExpiredSessions = (now: Date = new Date()): Promise<number> =>
  withIdentity(async (tx) => {
    const idle = await tx
      .delete(sessions)
      .where(lt(sessions.idleExpiresAt, now))
      .returning({ id: sessions.id })
    const old = await tx
      .delete(sessions)
      .where(lt(sessions.absoluteExpiresAt, now))
      .returning({ id: sessions.id })
    return idle.length + old.length
  })
