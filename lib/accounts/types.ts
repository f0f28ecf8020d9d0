import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'

export const accountTypes = [
  'checking',
  'savings',
  'credit_card',
  'loan',
  'investment',
  'cash',
  'other',
] as const
export type AccountType = (typeof accountTypes)[number]
export type AccountSource = 'file' | 'provider' | 'manual' | 'demo'
export type BalanceSource = 'provider' | 'file' | 'computed' | 'typed'

/** Whether a negative balance is money owed rather than money missing. */
export const isLiability = (type: AccountType): boolean => type === 'credit_card' || type === 'loan'

/** An account with its newest known balance, from the holder's view: negative when you owe. */
export type Account = {
  id: string
  name: string
  institution: string | null
  type: AccountType
  currency: string
  last4: string | null
  balance: Money | null
  available: Money | null
  /** The end of this day is what `balance` is about. */
  balanceAsOf: CalendarDate | null
  balanceSource: BalanceSource | null
  /** When the figure came to us. */
  balanceUpdatedAt: Date | null
  source: AccountSource
  connectionId: string | null
  hidden: boolean
  includeInNetWorth: boolean
  creditLimit: Money | null
  version: number
}

/** Balance at the end of one day, in minor units of the account's currency. */
export type BalancePoint = { day: CalendarDate; minor: bigint }

/** Daily balances of one account, oldest first; empty while no balance is known. */
export type BalanceHistory = {
  accountId: string
  currency: string
  type: AccountType
  includeInNetWorth: boolean
  points: BalancePoint[]
}
