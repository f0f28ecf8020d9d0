import type { Account } from '#lib/accounts/types.ts'
import type { Category } from '#lib/categories/types.ts'
import { type Money, toDecimal } from '#lib/core/money.ts'
import type { DetailedRow } from '#lib/transactions/details.ts'

/** A decimal string with the currency's decimals, or null. */
export const decimal = (money: Money | null): string | null => (money === null ? null : toDecimal(money))

export const decimalOf = (minor: bigint, currency: string): string => toDecimal({ minor, currency })

export const instantOf = (instant: Date | null): string | null => instant?.toISOString() ?? null

export const accountBody = (account: Account) => ({
  id: account.id,
  name: account.name,
  institution: account.institution,
  type: account.type,
  currency: account.currency,
  last4: account.last4,
  balance: decimal(account.balance),
  available: decimal(account.available),
  balanceAsOf: account.balanceAsOf,
  balanceSource: account.balanceSource,
  source: account.source,
  connectionId: account.connectionId,
  hidden: account.hidden,
  includeInNetWorth: account.includeInNetWorth,
  creditLimit: decimal(account.creditLimit),
})

export const transactionBody = (row: DetailedRow) => ({
  id: row.id,
  accountId: row.accountId,
  date: row.date,
  amount: toDecimal(row.amount),
  currency: row.amount.currency,
  payee: row.payee,
  rawDescription: row.rawDescription,
  memo: row.memo,
  externalId: row.externalId,
  checkNumber: row.checkNumber,
  status: row.status,
  kind: row.kind,
  countsAs: row.bucket,
  categoryId: row.categoryId,
  categorySource: row.categorySource,
  tags: row.tags,
  note: row.note,
  excluded: row.excluded,
  transferId: row.transferId,
  splits: row.splits.map((split) => ({
    id: split.id,
    amount: toDecimal(split.amount),
    categoryId: split.categoryId,
    note: split.note,
  })),
})

/** `name` is what the person reads: their own, or the built-in one in their language. */
export const categoryBody = (category: Category, name: string) => ({
  id: category.id,
  parentId: category.parentId,
  key: category.key,
  name,
  kind: category.kind,
  color: category.color,
  archived: category.archived,
})
