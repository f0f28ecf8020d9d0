import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { egressLedger, privacySettings } from '#db/schema/privacy.ts'
import { bulk, withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

export type EgressRow = Omit<typeof egressLedger.$inferSelect, 'householdId'>

/** What left this machine for the household, newest first; `next` is the id that the following page begins below. */
export const listEgress = (
  scope: Scope,
  page: { limit: number; before?: string | null; connectionId?: string | null },
): Promise<{ rows: EgressRow[]; next: string | null }> =>
  withScope(scope, async (tx) => {
    const below = page.before
      ? sql`(${egressLedger.at}, ${egressLedger.id}) < (select at, id from egress_ledger where household_id = ${scope.householdId} and id = ${page.before})`
      : undefined
    const ofConnection = page.connectionId ? eq(egressLedger.connectionId, page.connectionId) : undefined
    const rows = await tx
      .select()
      .from(egressLedger)
      .where(and(eq(egressLedger.householdId, scope.householdId), below, ofConnection))
      .orderBy(desc(egressLedger.at), desc(egressLedger.id))
      .limit(page.limit + 1)
    const shown = rows.slice(0, page.limit).map(({ householdId: _own, ...row }) => row)
    return { rows: shown, next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null }
  })

export type EgressTotal = {
  requests: number
  bytesOut: number
  bytesIn: number
  hosts: string[]
  since: Date | null
}

/** All that ever left for this household. */
export const totalEgress = (scope: Scope): Promise<EgressTotal> =>
  withScope(scope, async (tx) => {
    const [row] = await bulk<{
      requests: number
      bytesOut: number
      bytesIn: number
      hosts: string[] | null
      since: Date | null
    }>(
      tx,
      `select count(*)::int as requests, coalesce(sum(bytes_out), 0)::float8 as "bytesOut",
         coalesce(sum(bytes_in), 0)::float8 as "bytesIn", array_agg(distinct host) as hosts, min(at) as since
       from egress_ledger where household_id = $1`,
      [scope.householdId],
    )
    return {
      requests: row?.requests ?? 0,
      bytesOut: row?.bytesOut ?? 0,
      bytesIn: row?.bytesIn ?? 0,
      hosts: row?.hosts ?? [],
      since: row?.since ? new Date(row.since) : null,
    }
  })

/** The household's own switch and the instance's. */
export const quietSwitches = (scope: Scope): Promise<{ own: boolean; instance: boolean }> =>
  withScope(scope, async (tx) => {
    const [instance] = await bulk<{ off: boolean }>(tx, 'select instance_lets_nothing_out() as off', [])
    const [own] = await tx
      .select({ on: privacySettings.noThirdParties })
      .from(privacySettings)
      .where(eq(privacySettings.householdId, scope.householdId))
    return { own: own?.on ?? false, instance: instance?.off ?? true }
  })
