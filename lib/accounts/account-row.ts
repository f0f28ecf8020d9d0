import type { accounts } from '#db/schema/accounts.ts'
import { type Money, money } from '#lib/core/money.ts'
import type { Account } from './types.ts'

type Row = typeof accounts.$inferSelect

const moneyOf = (minor: bigint | null, currency: string): Money | null =>
  minor === null ? null : money(minor, currency)

/** The DTO of a stored account. */
export const accountOf = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  institution: row.institution,
  type: row.type,
  currency: row.currency,
  last4: row.last4,
  balance: moneyOf(row.balanceMinor, row.currency),
  available: moneyOf(row.availableMinor, row.currency),
  balanceAsOf: row.balanceAsOf,
  balanceSource: row.balanceSource,
  balanceUpdatedAt: row.balanceUpdatedAt,
  source: row.source,
  connectionId: row.connectionId,
  hidden: row.hidden,
  includeInNetWorth: row.includeInNetWorth,
  creditLimit: moneyOf(row.creditLimitMinor, row.currency),
  version: row.version,
})
