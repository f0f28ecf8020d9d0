import 'server-only'
import { eq } from 'drizzle-orm'
import { instanceSettings, privacySettings } from '#db/schema/privacy.ts'
import { withIdentity, withOperator, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import type { Scope } from '#lib/core/scope.ts'
import { requireAdmin } from '#lib/users/invites/queries.ts'

/** Whether requests to third parties may leave for this household; holds from the next request on. */
export const setNoThirdParties = (scope: Scope, on: boolean): Promise<null> =>
  withScope(scope, async (tx) => {
    const row = { noThirdParties: on, updatedAt: scope.now }
    await tx
      .insert(privacySettings)
      .values({ householdId: scope.householdId, ...row })
      .onConflictDoUpdate({ target: privacySettings.householdId, set: row })
    await recordAudit(
      tx,
      scope,
      'privacy.third_parties',
      { type: 'household', id: scope.householdId },
      { off: on },
    )
    return null
  })

/** The same for everybody here; only for the person who runs the instance (AppError forbidden). */
export async function setInstanceNoThirdParties(scope: Scope, on: boolean): Promise<null> {
  await withIdentity((tx) => requireAdmin(tx, scope))
  await withOperator((tx) =>
    tx
      .update(instanceSettings)
      .set({ noThirdParties: on, updatedAt: scope.now })
      .where(eq(instanceSettings.id, 1)),
  )
  await withScope(scope, async (tx) => {
    const data = { off: on, instance: true }
    await recordAudit(tx, scope, 'privacy.third_parties', { type: 'household', id: scope.householdId }, data)
  })
  return null
}
