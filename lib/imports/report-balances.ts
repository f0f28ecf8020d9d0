import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { imports } from '#db/schema/imports.ts'
import type { Tx } from '#db/scope.ts'
import { money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { storeReport } from './report.ts'
import type { ImportReport } from './types.ts'

/** Notes in a written import's report what each account's balance is now; returns the report with it. */
export async function noteBalances(tx: Tx, scope: Scope, report: ImportReport): Promise<ImportReport> {
  const ids = report.accounts.map((account) => account.id)
  if (ids.length === 0) return report
  const rows = await tx
    .select({ id: accounts.id, minor: accounts.balanceMinor, currency: accounts.currency })
    .from(accounts)
    .where(and(eq(accounts.householdId, scope.householdId), inArray(accounts.id, ids)))
  const after = new Map(
    rows.map((row) => [row.id, row.minor === null ? null : money(row.minor, row.currency)]),
  )
  const noted = {
    ...report,
    accounts: report.accounts.map((account) => ({ ...account, balanceAfter: after.get(account.id) ?? null })),
  }
  await tx
    .update(imports)
    .set({ report: storeReport(noted) })
    .where(and(eq(imports.householdId, scope.householdId), eq(imports.id, report.id)))
  return noted
}
