import { toBigInt } from '#db/scope.ts'
import type { CategorySource } from '#lib/categories/types.ts'
import type { Bucket } from '#lib/core/bucket.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { money } from '#lib/core/money.ts'
import { bucketOf } from './filter-sql.ts'
import type { TransactionKind, TransactionRow, TransactionStatus } from './types.ts'

export type StoredRow = {
  id: string
  account_id: string
  date: CalendarDate
  minor: string
  currency: string
  payee: string
  merchant_key: string
  status: TransactionStatus
  kind: TransactionKind
  bucket: Bucket
  category_id: string | null
  category_source: CategorySource | null
  category_confidence: number | null
  excluded: boolean
  is_split: boolean
  has_note: boolean
  tags: string[]
  transfer_id: string | null
  version: number
}

/** Columns of a list's row, over the tables of filter-sql. */
export const rowColumns = `t.id, t.account_id, t.date::text as date, t.minor, t.currency, t.payee, t.merchant_key, t.status, t.kind,
  ${bucketOf} as bucket, t.category_id, t.category_source, t.category_confidence, t.excluded, t.is_split,
  coalesce(t.note, '') <> '' as has_note, t.tags, t.transfer_id, t.version`

export const rowOf = (row: StoredRow): TransactionRow => ({
  id: row.id,
  accountId: row.account_id,
  date: row.date,
  amount: money(toBigInt(row.minor), row.currency),
  payee: row.payee,
  merchantKey: row.merchant_key,
  status: row.status,
  kind: row.kind,
  bucket: row.bucket,
  categoryId: row.category_id,
  categorySource: row.category_source,
  categoryConfidence: row.category_confidence,
  excluded: row.excluded,
  isSplit: row.is_split,
  hasNote: row.has_note,
  tags: row.tags,
  transferId: row.transfer_id,
  version: row.version,
})
