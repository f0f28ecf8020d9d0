import 'server-only'
import { bulk, type Tx, toBigInt, withScope } from '#db/scope.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import { money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { filterSql, transactionTables } from './filter-sql.ts'
import type { TransactionFilters } from './schema.ts'
import { rowColumns, rowOf, type StoredRow } from './transaction-row.ts'
import type {
  Transaction,
  TransactionCursor,
  TransactionPage,
  TransactionSplit,
  TransferPeer,
} from './types.ts'

/** A page of live rows, newest first (date, then id); `nextCursor` is null at the end. */
export async function listTransactions(
  scope: Scope,
  filters: TransactionFilters,
  cursor: TransactionCursor | null,
  limit = 50,
): Promise<TransactionPage> {
  return withScope(scope, async (tx) => {
    const { where, parameters } = await filterSql(tx, scope, filters)
    const add = (value: unknown): string => `$${parameters.push(value)}`
    const after = cursor ? ` and (t.date, t.id) < (${add(cursor.date)}::date, ${add(cursor.id)}::uuid)` : ''
    // Without the joins the store walks the index and stops; with them it may sort the household's every row.
    const from = filters.bucket?.length ? transactionTables : 'transactions t'
    const stored = await bulk<StoredRow>(
      tx,
      `with page as materialized (
         select t.* from ${from} where ${where}${after} order by t.date desc, t.id desc limit ${add(limit + 1)}
       )
       select ${rowColumns} from ${transactionTables.replace('transactions t', 'page t')}
       order by t.date desc, t.id desc`,
      parameters,
    )
    const rows = stored.slice(0, limit).map(rowOf)
    const last = rows.at(-1)
    return { rows, nextCursor: stored.length > limit && last ? { date: last.date, id: last.id } : null }
  })
}

type DetailRow = StoredRow & {
  account_name: string
  transaction_date: CalendarDate | null
  raw_description: string
  memo: string | null
  check_number: string | null
  external_id: string | null
  note: string | null
  source: string
  import_id: string | null
}

async function splitsOf(tx: Tx, scope: Scope, id: string, currency: string): Promise<TransactionSplit[]> {
  const rows = await bulk<{ id: string; minor: string; category_id: string | null; note: string | null }>(
    tx,
    `select id, minor, category_id, note from transaction_splits
     where household_id = $1 and transaction_id = $2 order by position`,
    [scope.householdId, id],
  )
  return rows.map((row) => ({
    id: row.id,
    amount: money(toBigInt(row.minor), currency),
    categoryId: row.category_id,
    note: row.note,
  }))
}

async function peerOf(tx: Tx, scope: Scope, id: string, transferId: string): Promise<TransferPeer | null> {
  const rows = await bulk<StoredRow>(
    tx,
    `select ${rowColumns} from ${transactionTables}
     where t.household_id = $1 and t.transfer_id = $2 and t.id <> $3 and t.deleted_at is null limit 1`,
    [scope.householdId, transferId, id],
  )
  const row = rows[0] ? rowOf(rows[0]) : null
  return row
    ? { id: row.id, accountId: row.accountId, date: row.date, amount: row.amount, payee: row.payee }
    : null
}

/** A live row with everything known about it, inside a transaction; AppError not_found otherwise. */
export async function readTransaction(tx: Tx, scope: Scope, id: string): Promise<Transaction> {
  const rows = isId(id)
    ? await bulk<DetailRow>(
        tx,
        `select ${rowColumns}, a.name as account_name, t.transaction_date::text as transaction_date, t.raw_description, t.memo,
           t.check_number, t.external_id, t.note, t.source, t.import_id
         from ${transactionTables} where t.household_id = $1 and t.id = $2 and t.deleted_at is null`,
        [scope.householdId, id],
      )
    : []
  const stored = rows[0]
  if (!stored) throw notFound('The transaction')
  const row = rowOf(stored)
  return {
    ...row,
    accountName: stored.account_name,
    transactionDate: stored.transaction_date,
    rawDescription: stored.raw_description,
    memo: stored.memo,
    checkNumber: stored.check_number,
    externalId: stored.external_id,
    note: stored.note,
    source: stored.source,
    importId: stored.import_id,
    splits: row.isSplit ? await splitsOf(tx, scope, id, row.amount.currency) : [],
    transfer: row.transferId ? await peerOf(tx, scope, id, row.transferId) : null,
  }
}

/** One row with its raw text, splits and transfer; AppError not_found for unknown, foreign and deleted ids. */
export const getTransaction = (scope: Scope, id: string): Promise<Transaction> =>
  withScope(scope, (tx) => readTransaction(tx, scope, id))

/** How many live rows share a payee, and how many of them the user has not categorised by hand. */
export async function countOfPayee(
  scope: Scope,
  input: { merchantKey: string },
): Promise<{ rows: number; changeable: number }> {
  return withScope(scope, async (tx) => {
    const rows = await bulk<{ rows: string; changeable: string }>(
      tx,
      `select count(*) as rows, count(*) filter (where category_source is distinct from 'user') as changeable
       from transactions where household_id = $1 and merchant_key = $2 and deleted_at is null`,
      [scope.householdId, input.merchantKey],
    )
    return { rows: Number(rows[0]?.rows ?? 0), changeable: Number(rows[0]?.changeable ?? 0) }
  })
}
