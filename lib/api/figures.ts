import { z } from 'zod'
import { dateSchema } from '#lib/accounts/schema.ts'
import { addMonths, type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { AppError } from '#lib/core/errors.ts'
import { toDecimal } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { intervals } from '#lib/spending/schema.ts'
import { type Cashflow, type NetWorth, type Spending, spendingGroups } from '#lib/spending/types.ts'
import { decimalOf } from './serialise.ts'

const range = {
  from: dateSchema.optional().describe('First day; a year before `to` unless told.'),
  to: dateSchema.optional().describe('Last day; today unless told.'),
}

export const spendingQuery = z.strictObject({
  ...range,
  account: z.string().optional(),
  groupBy: z.enum(spendingGroups).default('category'),
})

export const intervalQuery = z.strictObject({ ...range, interval: z.enum(intervals).default('month') })

export const rangeQuery = z.strictObject(range)

/** The range of a question; throws `invalid` when it runs backwards or over ten years. */
export function rangeOf(
  scope: Scope,
  query: { from?: CalendarDate; to?: CalendarDate },
): { from: CalendarDate; to: CalendarDate } {
  const to = query.to ?? scope.today
  const from = query.from ?? addMonths(to, -12)
  if (from > to || daysBetween(from, to) > 3660)
    throw new AppError('invalid', 'The range runs backwards or is over ten years long.', {
      errors: [{ path: 'to', message: 'must not be before from, nor over ten years after it' }],
    })
  return { from, to }
}

type SumsOf = { gross: bigint; refunds: bigint; net: bigint; count: number }

const sumsBody = ({ gross, refunds, net, count }: SumsOf, currency: string) => ({
  gross: decimalOf(gross, currency),
  refunds: decimalOf(refunds, currency),
  net: decimalOf(net, currency),
  count,
})

export const spendingBody = ({ currency, data, total, excluded, missing }: Spending) => ({
  currency,
  data: data.map((group) => ({ key: group.key, label: group.label, ...sumsBody(group, currency) })),
  total: sumsBody(total, currency),
  excluded: excluded.map(({ reason, count, amount }) => ({
    reason,
    count,
    amount: amount ? toDecimal(amount) : null,
    currency: amount?.currency ?? null,
  })),
  missing,
})

export const cashflowBody = ({ currency, data }: Cashflow) => ({
  currency,
  data: data.map((point) => ({
    from: point.from,
    to: point.to,
    income: decimalOf(point.income, currency),
    spending: decimalOf(point.spending, currency),
    net: decimalOf(point.net, currency),
    savingsRate: point.savingsRate,
  })),
})

export const netWorthBody = ({ currency, data, others }: NetWorth) => ({
  currency,
  data: data.map((point) => ({
    date: point.date,
    assets: decimalOf(point.assets, currency),
    liabilities: decimalOf(point.liabilities, currency),
    net: decimalOf(point.net, currency),
    missing: point.missing,
  })),
  others: others.map((amount) => ({ amount: toDecimal(amount), currency: amount.currency })),
})
