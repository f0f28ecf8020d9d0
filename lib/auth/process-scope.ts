import 'server-only'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { households, memberships, users } from '#db/schema/users.ts'
import { withIdentity } from '#db/scope.ts'
import { AppError } from '#lib/core/errors.ts'
import type { Actor, Scope } from '#lib/core/scope.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { makeScope } from './make-scope.ts'

const find = (actor: Actor, where: SQL | undefined): Promise<Scope | null> =>
  withIdentity(async (tx) => {
    const [row] = await tx
      .select({ user: users, household: households })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .innerJoin(households, eq(households.id, memberships.householdId))
      .where(and(eq(users.status, 'active'), where))
      .orderBy(asc(memberships.createdAt))
      .limit(1)
    if (!row) return null
    const { user, household } = row
    return makeScope(
      {
        householdId: household.id,
        userId: user.id,
        locale: localeOf(user.locale),
        timeZone: household.timeZone,
        currency: household.currency,
        monthStartDay: household.monthStartDay,
        weekendRule: household.weekendRule,
      },
      actor,
    )
  })

/** The right of a job to act for a person; null when that person left the household or was disabled. */
export const jobScope = (householdId: string, userId: string): Promise<Scope | null> =>
  find('job', and(eq(memberships.householdId, householdId), eq(memberships.userId, userId)))

/** The operator acting for the person with this address; throws not_found. Runs under plain Node. */
export async function cliScope(email: string): Promise<Scope> {
  const scope = await find('cli', sql`lower(${users.email}) = lower(${email.trim()})`)
  if (!scope)
    throw new AppError(
      'not_found',
      `Nobody has the address ${email.trim()}. 'minh user list' shows who is there.`,
    )
  return scope
}
