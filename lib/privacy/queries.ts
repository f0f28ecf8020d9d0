import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { egressLedger } from '#db/schema/privacy.ts'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

export type EgressRow = Omit<typeof egressLedger.$inferSelect, 'householdId'>

/** What left this machine for the household, newest first; `next` is the id that the following page begins below. */
export const listEgress = (
  scope: Scope,
  page: { limit: number; before?: string | null },
): Promise<{ rows: EgressRow[]; next: string | null }> =>
  withScope(scope, async (tx) => {
    const below = page.before
      ? sql`(${egressLedger.at}, ${egressLedger.id}) < (select at, id from egress_ledger where household_id = ${scope.householdId} and id = ${page.before})`
      : undefined
    const rows = await tx
      .select()
      .from(egressLedger)
      .where(and(eq(egressLedger.householdId, scope.householdId), below))
      .orderBy(desc(egressLedger.at), desc(egressLedger.id))
      .limit(page.limit + 1)
    const shown = rows.slice(0, page.limit).map(({ householdId: _own, ...row }) => row)
    return { rows: shown, next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null }
  })
