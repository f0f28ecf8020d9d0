import { makeScope } from '#lib/auth/make-scope.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { households, memberships, users } from '../schema/users.ts'
import { withOperator } from '../scope.ts'

type Options = {
  currency?: string
  timeZone?: string
  locale?: 'en' | 'vi'
  now?: Date
  monthStartDay?: number
}

/** A fresh user with a household of their own, so that tests share a database without meeting. No categories are seeded. */
export async function createHousehold(options: Options = {}): Promise<Scope> {
  const parts = {
    householdId: newId(),
    userId: newId(),
    locale: options.locale ?? 'en',
    timeZone: options.timeZone ?? 'America/New_York',
    currency: options.currency ?? 'USD',
    monthStartDay: options.monthStartDay ?? 1,
    weekendRule: 'none' as const,
  }
  await withOperator(async (tx) => {
    await tx.insert(users).values({
      id: parts.userId,
      email: `${parts.userId}@example.test`,
      name: 'Test Person',
      locale: parts.locale,
    })
    await tx.insert(households).values({
      id: parts.householdId,
      name: 'Test household',
      currency: parts.currency,
      timeZone: parts.timeZone,
      monthStartDay: parts.monthStartDay,
    })
    await tx
      .insert(memberships)
      .values({ householdId: parts.householdId, userId: parts.userId, role: 'owner' })
  })
  return makeScope(parts, 'session', options.now ?? new Date())
}
