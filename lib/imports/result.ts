import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { totalTransactions } from '#lib/transactions/totals.ts'
import { getImport } from './queries.ts'
import { listReviews } from './review-queries.ts'
import type { ImportReport } from './types.ts'

/** An import's report with what is left to do: rows to decide, rows without a category, accounts that only files feed. */
export type ImportResult = {
  report: ImportReport
  undecided: number
  uncategorised: number
  unlinked: boolean
}

/** Throws `not_found`. */
export async function importResult(scope: Scope, { id }: { id: string }): Promise<ImportResult> {
  const report = await getImport(scope, id)
  const ids = report.accounts.map((account) => account.id)
  const [reviews, open, fed] = await Promise.all([
    listReviews(scope, id, { limit: 1 }),
    totalTransactions(scope, { importId: id, category: 'none' }),
    withScope(scope, (tx) =>
      tx
        .select({ source: accounts.source })
        .from(accounts)
        .where(and(eq(accounts.householdId, scope.householdId), inArray(accounts.id, ids))),
    ),
  ])
  const { deleted, resembles, posts } = reviews.open
  return {
    report,
    undecided: deleted + resembles + posts,
    uncategorised: open.count,
    unlinked: fed.some((account) => account.source === 'file'),
  }
}
