import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { totalTransactions } from '#lib/transactions/totals.ts'
import { getImport } from './queries.ts'
import type { ImportReport } from './types.ts'

/** An import's report with what is left to do: its rows without a category, and its accounts that only files feed. */
export type ImportResult = { report: ImportReport; uncategorised: number; unlinked: boolean }

/** Throws `not_found`. */
export async function importResult(scope: Scope, { id }: { id: string }): Promise<ImportResult> {
  const report = await getImport(scope, id)
  const ids = report.accounts.map((account) => account.id)
  const [open, fed] = await Promise.all([
    totalTransactions(scope, { importId: id, category: 'none' }),
    withScope(scope, (tx) =>
      tx
        .select({ source: accounts.source })
        .from(accounts)
        .where(and(eq(accounts.householdId, scope.householdId), inArray(accounts.id, ids))),
    ),
  ])
  return { report, uncategorised: open.count, unlinked: fed.some((account) => account.source === 'file') }
}
