import type { CategorySource } from '#lib/categories/types.ts'
import type { Bucket } from '#lib/core/bucket.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'

export const transactionKinds = [
  'standard',
  'transfer',
  'card_payment',
  'loan_payment',
  'investment',
  'one_off',
] as const
export type TransactionKind = (typeof transactionKinds)[number]
export type TransactionStatus = 'posted' | 'pending'

/** One row of a list. `amount` is negative for money out. */
export type TransactionRow = {
  id: string
  accountId: string
  date: CalendarDate
  amount: Money
  payee: string
  merchantKey: string
  status: TransactionStatus
  kind: TransactionKind
  bucket: Bucket
  categoryId: string | null
  categorySource: CategorySource | null
  categoryConfidence: number | null
  excluded: boolean
  isSplit: boolean
  hasNote: boolean
  tags: string[]
  transferId: string | null
  version: number
}

export type TransactionSplit = {
  id: string
  amount: Money
  categoryId: string | null
  note: string | null
}

/** The other leg of a transfer. */
export type TransferPeer = { id: string; accountId: string; date: CalendarDate; amount: Money; payee: string }

export type Transaction = TransactionRow & {
  accountName: string
  transactionDate: CalendarDate | null
  rawDescription: string
  memo: string | null
  checkNumber: string | null
  externalId: string | null
  note: string | null
  source: string
  importId: string | null
  splits: TransactionSplit[]
  transfer: TransferPeer | null
}

/** Keyset of a list that runs newest first. */
export type TransactionCursor = { date: CalendarDate; id: string }

export type TransactionPage = { rows: TransactionRow[]; nextCursor: TransactionCursor | null }

/** Sums of a filtered set in one currency; `out` is negative. Pending and excluded rows are counted apart. */
export type CurrencyTotals = {
  currency: string
  count: number
  in: bigint
  out: bigint
}

export type TransactionTotals = {
  count: number
  currencies: CurrencyTotals[]
  /** Rows of the set that the sums leave out, by reason. */
  leftOut: { reason: 'pending' | 'excluded' | 'transfer'; count: number }[]
}
