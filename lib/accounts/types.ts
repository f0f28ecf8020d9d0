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

/** The days a statement covers, both included, with the balances around them where it states them. */
export type StatedPeriod = {
  from: CalendarDate
  to: CalendarDate
  /** The file says so; else these are its first and its last row. */
  stated: boolean
  /** Balance before `from`, in minor units. */
  opening: bigint | null
  /** Balance at the end of `to`, in minor units. */
  closing: bigint | null
}

/** What is known of an account's statements. Balances are of the end of a day; `moves` are posted sums per day, oldest first. */
export type CoverageInput = {
  periods: readonly StatedPeriod[]
  balances: readonly { day: CalendarDate; minor: bigint }[]
  moves: readonly { day: CalendarDate; minor: bigint }[]
  /** Posted rows, in their order, of the days on which a balance is stated: a balance may have been taken in between. */
  rowsOn: ReadonlyMap<CalendarDate, readonly bigint[]>
  today: CalendarDate
  /** Whether a connection brings rows too: then nothing is missing after the newest statement. */
  fed: boolean
}

/** `month` is its first day. */
export type CoveredMonth = {
  month: CalendarDate
  state: 'covered' | 'partial' | 'missing'
  overlapping: boolean
}

/** Between the ends of two days the rows sum to `rows`, but the stated balances moved by `moved`. */
export type Contradiction = { from: CalendarDate; to: CalendarDate; rows: bigint; moved: bigint }

export type Coverage = {
  from: CalendarDate
  to: CalendarDate
  months: CoveredMonth[]
  holes: { from: CalendarDate; to: CalendarDate }[]
  overlaps: { from: CalendarDate; to: CalendarDate }[]
  contradictions: Contradiction[]
}
