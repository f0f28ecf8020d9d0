import { percentOf } from '#lib/core/money.ts'
import type { Excluded, ExclusionReason, Figure, Sums } from './types.ts'

/** The buckets of the store that a figure adds up; everything else of the same selection is left out for a reason. */
export const bucketsOf = {
  spending: ['spending', 'one_off', 'refund'],
  pace: ['spending', 'refund'],
  income: ['income'],
  net: ['income', 'spending', 'one_off', 'refund'],
} as const satisfies Record<Figure['kind'], readonly string[]>

type Measured = { bucket: string; count: number; minor: bigint }
type Row = Measured & { currency: string; hidden: boolean }

/** Gross, refunds and net of signed bucket sums, turned so that spending is positive. */
export function sumsOf(rows: Iterable<Measured>): Sums {
  const sums: Sums = { gross: 0n, refunds: 0n, net: 0n, count: 0 }
  for (const row of rows) {
    if (row.bucket === 'refund') sums.refunds += row.minor
    else if (row.bucket === 'spending' || row.bucket === 'one_off') sums.gross -= row.minor
    else continue
    sums.count += row.count
  }
  sums.net = sums.gross - sums.refunds
  return sums
}

/** Parts rows into those that count in `currency` and those that do not, each of these with one reason. */
export function partition<R extends Row>(
  rows: readonly R[],
  currency: string,
  counted: readonly string[],
): { included: R[]; excluded: Excluded[] } {
  const included: R[] = []
  const excluded = new Map<string, Excluded & { amount: { minor: bigint; currency: string } }>()
  for (const row of rows) {
    const reason = reasonOf(row, currency, counted)
    if (!reason) {
      included.push(row)
      continue
    }
    const key = `${reason} ${row.currency}`
    const entry = excluded.get(key) ?? { reason, count: 0, amount: { minor: 0n, currency: row.currency } }
    entry.count += row.count
    entry.amount.minor += row.minor
    excluded.set(key, entry)
  }
  return { included, excluded: [...excluded.values()].sort((a, b) => b.count - a.count) }
}

function reasonOf(row: Row, currency: string, counted: readonly string[]): ExclusionReason | null {
  if (row.hidden) return 'hidden'
  if (row.currency !== currency) return 'other_currency'
  return counted.includes(row.bucket) ? null : (row.bucket as ExclusionReason)
}

/** Rows that are missing from a total because nobody knows their rate. */
export const missingOf = (excluded: readonly Excluded[]): number =>
  excluded.reduce((count, entry) => count + (entry.reason === 'other_currency' ? entry.count : 0), 0)

/** Whole percent of the income that was kept; null without income. */
export const savingsRateOf = (income: bigint, spending: bigint): number | null =>
  income > 0n ? percentOf(income - spending, income) : null
