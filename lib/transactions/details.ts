import 'server-only'
import { bulk, withScope } from '#db/scope.ts'
import { money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { listTransactions } from './queries.ts'
import type { TransactionFilters } from './schema.ts'
import type { Transaction, TransactionCursor, TransactionRow, TransactionSplit } from './types.ts'

type Extra = Pick<Transaction, 'rawDescription' | 'memo' | 'externalId' | 'checkNumber' | 'note' | 'splits'>

/** A row of a list with what only its own page shows, read for all rows at once. */
export type DetailedRow = TransactionRow & Extra

type ExtraRow = {
  id: string
  raw_description: string
  memo: string | null
  external_id: string | null
  check_number: string | null
  note: string | null
}

type SplitRow = {
  id: string
  transaction_id: string
  minor: string
  category_id: string | null
  note: string | null
}

async function extrasOf(scope: Scope, rows: readonly TransactionRow[]): Promise<Map<string, Extra>> {
  const ids = rows.map((row) => row.id)
  const currencyOf = new Map(rows.map((row) => [row.id, row.amount.currency]))
  return withScope(scope, async (tx) => {
    const found = await bulk<ExtraRow>(
      tx,
      `select id, raw_description, memo, external_id, check_number, note
       from transactions where household_id = $1 and id = any($2::uuid[])`,
      [scope.householdId, ids],
    )
    const parts = await bulk<SplitRow>(
      tx,
      `select id, transaction_id, minor, category_id, note from transaction_splits
       where household_id = $1 and transaction_id = any($2::uuid[]) order by position`,
      [scope.householdId, rows.filter((row) => row.isSplit).map((row) => row.id)],
    )
    const splits = new Map<string, TransactionSplit[]>()
    for (const part of parts) {
      const amount = money(BigInt(part.minor), currencyOf.get(part.transaction_id) ?? scope.currency)
      const list = splits.get(part.transaction_id) ?? []
      splits.set(part.transaction_id, [
        ...list,
        { id: part.id, amount, categoryId: part.category_id, note: part.note },
      ])
    }
    return new Map(
      found.map((row) => [
        row.id,
        {
          rawDescription: row.raw_description,
          memo: row.memo,
          externalId: row.external_id,
          checkNumber: row.check_number,
          note: row.note,
          splits: splits.get(row.id) ?? [],
        },
      ]),
    )
  })
}

/** Like listTransactions, with every field: what the public API and an export show. */
export async function listDetailed(
  scope: Scope,
  filters: TransactionFilters,
  cursor: TransactionCursor | null,
  limit: number,
): Promise<{ rows: DetailedRow[]; nextCursor: TransactionCursor | null }> {
  const page = await listTransactions(scope, filters, cursor, limit)
  const extras = await extrasOf(scope, page.rows)
  const rows = page.rows.flatMap((row) => {
    const extra = extras.get(row.id)
    return extra ? [{ ...row, ...extra }] : []
  })
  return { rows, nextCursor: page.nextCursor }
}
