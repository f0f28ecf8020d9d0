import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Money } from '#lib/core/money.ts'

export const spendingGroups = ['category', 'merchant', 'account', 'month', 'weekday', 'day'] as const
export type SpendingGroupBy = (typeof spendingGroups)[number]

/** Spending is positive here. `net` is `gross − refunds` and may be negative. All in one currency, minor units. */
export type Sums = { gross: bigint; refunds: bigint; net: bigint; count: number }

/**
 * One bar of a chart. `key` is a category id (the zero UUID for none), a merchant key, an account id, the first day of a
 * period, an ISO weekday or a day. Categories also carry their hue (1–6) and their group.
 */
export type SpendingGroup = Sums & { key: string; label: string; color?: number; parentId?: string | null }

/** Why a row is not in a figure. Each row has exactly one reason: a hidden account first, then the currency, then its kind. */
export type ExclusionReason =
  | 'hidden'
  | 'other_currency'
  | 'pending'
  | 'excluded'
  | 'transfer'
  | 'card_payment'
  | 'investment'
  | 'income'
  | 'spending'
  | 'refund'
  | 'one_off'
  | 'other_period'

/** `amount` is signed from the holder's view, in its own currency; null where rows of several currencies are only counted. */
export type Excluded = { reason: ExclusionReason; count: number; amount: Money | null }

/** `total` is what the groups add up to; `missing` counts the rows in currencies without a rate, also listed in `excluded`. */
export type Spending = {
  currency: string
  data: SpendingGroup[]
  total: Sums
  excluded: Excluded[]
  missing: number
}

/** A stretch of a cash flow, both ends included. Spending is positive and net of refunds; the rate is whole percent. */
export type CashflowPoint = {
  from: CalendarDate
  to: CalendarDate
  income: bigint
  spending: bigint
  net: bigint
  savingsRate: number | null
}

export type Cashflow = { currency: string; data: CashflowPoint[]; missing: number }

/** At the end of a day. `missing` counts the accounts in currencies without a rate. */
export type NetWorthPoint = {
  date: CalendarDate
  assets: bigint
  liabilities: bigint
  net: bigint
  missing: number
}

export type NetWorth = { currency: string; data: NetWorthPoint[]; others: Money[] }

/**
 * Spending from the first day of a period on, without one-off purchases. `usual` is the mean of up to three periods before it
 * that have rows, by day of the period. `current` ends at `until`.
 */
export type Pace = {
  currency: string
  from: CalendarDate
  to: CalendarDate
  until: CalendarDate
  days: { date: CalendarDate; current: bigint | null; usual: bigint | null; previous: bigint | null }[]
  spent: bigint
  /** What a usual period and the one before had spent by `until`; null without rows to compare with. */
  usual: bigint | null
  previous: bigint | null
  count: number
  oneOff: { count: number; minor: bigint }
}

/** A number on a page, in words a server can compute again. */
export type Figure = {
  kind: 'spending' | 'pace' | 'income' | 'net'
  from: CalendarDate
  to: CalendarDate
  accountId?: string
  categoryId?: string
  merchantKey?: string
}

/** Rows in, rows out and why. `total` has the sign a page shows: spending positive, income positive. */
export type FigureExplanation = {
  figure: Figure
  included: { count: number; total: Money }
  excluded: Excluded[]
  asOf: Date | null
}

/** What every panel starts from. Days are of posted rows in accounts that are not hidden; null while there are none. */
export type Basis = {
  currency: string
  accounts: number
  oldest: CalendarDate | null
  newest: CalendarDate | null
}

/** An account whose last sign of life is long ago. */
export type QuietAccount = { id: string; name: string; lastDay: CalendarDate }
