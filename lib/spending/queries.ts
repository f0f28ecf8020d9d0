import 'server-only'
import { bulk, type Tx, toBigInt, withScope } from '#db/scope.ts'
import { balanceHistory } from '#lib/accounts/queries.ts'
import type { BalanceHistory } from '#lib/accounts/types.ts'
import type { Bucket } from '#lib/core/bucket.ts'
import { addDays, asDate, type CalendarDate, daysBetween, minDate, weekdayOf } from '#lib/core/calendar.ts'
import { notFound } from '#lib/core/errors.ts'
import { isWholePeriods, type Period, periodOf } from '#lib/core/period.ts'
import type { Scope } from '#lib/core/scope.ts'
import { bucketsOf, missingOf, partition, savingsRateOf, sumsOf } from './count-rows.ts'
import { type Interval, stretchAt, stretchesOf } from './fold-days.ts'
import { labelGroups } from './label-groups.ts'
import { netWorthOf } from './net-worth.ts'
import { noCategory } from './no-category.ts'
import { comparedPeriods, mean, paceDays } from './pace.ts'
import { type Dimension, readBuckets, readGroups, type Selection } from './read-buckets.ts'
import type {
  Basis,
  Cashflow,
  Figure,
  FigureExplanation,
  NetWorth,
  Pace,
  QuietAccount,
  Spending,
  SpendingGroupBy,
  Sums,
} from './types.ts'

/** The household's currency, or the most common one where no account has it; of one account, its own. */
async function currencyOf(tx: Tx, scope: Scope, accountId?: string): Promise<string> {
  const [found] = await bulk<{ currency: string }>(
    tx,
    `select currency from accounts where household_id = $1 and (id = $2 or ($2::uuid is null and not hidden))
     group by 1 order by currency = $3 desc, count(*) desc, currency limit 1`,
    [scope.householdId, accountId ?? null, scope.currency],
  )
  if (accountId && !found) throw notFound('The account')
  return found?.currency ?? scope.currency
}

/** What a page needs to know before it chooses a period. */
export const readBasis = (scope: Scope): Promise<Basis> =>
  withScope(scope, async (tx) => {
    const edge = (order: 'asc' | 'desc') =>
      `(select r.day::text from rollup_days r join accounts a on a.household_id = r.household_id and a.id = r.account_id
        where r.household_id = $1 and r.count > 0 and r.bucket <> 'pending' and not a.hidden and r.day <= $2
        order by r.day ${order} limit 1)`
    const [row] = await bulk<{ accounts: string; oldest: string | null; newest: string | null }>(
      tx,
      `select ${edge('asc')} as oldest, ${edge('desc')} as newest,
         (select count(*) from accounts where household_id = $1) as accounts`,
      [scope.householdId, scope.today],
    )
    return {
      currency: await currencyOf(tx, scope),
      accounts: Number(row?.accounts ?? 0),
      oldest: row?.oldest ? asDate(row.oldest) : null,
      newest: row?.newest ? asDate(row.newest) : null,
    }
  })

export type SpendingInput = {
  from: CalendarDate
  to: CalendarDate
  accountId?: string
  categoryId?: string
  groupBy: SpendingGroupBy
  /** Keep the groups that cost most; `total` stays that of all. */
  limit?: number
}

const dimensions: Record<SpendingGroupBy, Dimension> = {
  category: 'category',
  merchant: 'merchant',
  account: 'account',
  month: 'period',
  weekday: 'day',
  day: 'day',
}

/**
 * Spending of a range in one currency, grouped, largest first (time groups in their order), with what it leaves out. Whole
 * periods are answered from sums kept with the rows; only categories and merchants of part of a period are counted afresh.
 * Errors: not_found for an account or a category of somebody else.
 */
export const spendingBy = (scope: Scope, input: SpendingInput): Promise<Spending> =>
  withScope(scope, async (tx) => {
    const currency = await currencyOf(tx, scope, input.accountId)
    const selection = await selectionOf(tx, scope, input)
    const { included, excluded } = partition(
      await readBuckets(tx, scope, selection),
      currency,
      bucketsOf.spending,
    )
    const partial = input.groupBy === 'month' && !isWholePeriods(input.from, input.to, scope)
    const dimension = partial ? 'day' : dimensions[input.groupBy]
    const limit = partial || dimension === 'day' ? undefined : input.limit
    const groups = await readGroups(tx, scope, selection, dimension, currency, bucketsOf.spending, limit)
    const byKey = new Map<string, Sums>()
    for (const group of groups) {
      const key = groupKey(scope, input.groupBy, group.key)
      byKey.set(key, addSums(byKey.get(key), sumsOf(measured(group.buckets))))
    }
    const label = await labelGroups(tx, scope, input.groupBy, [...byKey.keys()])
    const data = [...byKey].map(([key, sums]) => ({ key, ...label(key), ...sums }))
    const timed = input.groupBy === 'month' || input.groupBy === 'day' || input.groupBy === 'weekday'
    data.sort((a, b) => (timed || a.net === b.net ? (a.key < b.key ? -1 : 1) : a.net > b.net ? -1 : 1))
    return { currency, data, total: sumsOf(included), excluded, missing: missingOf(excluded) }
  })

/**
 * Net spending of each category in each of the household's months, whole months only; months without any are left out.
 * Errors: not_found.
 */
export const monthsByCategory = (
  scope: Scope,
  input: { from: CalendarDate; to: CalendarDate; accountId?: string },
): Promise<{ currency: string; cells: { month: CalendarDate; categoryId: string; net: bigint }[] }> =>
  withScope(scope, async (tx) => {
    const currency = await currencyOf(tx, scope, input.accountId)
    const rows = await bulk<{ month: string; category_id: string; net: string }>(
      tx,
      `select r.period::text as month, r.category_id, -sum(r.minor) as net from rollup_months r
       join accounts a on a.household_id = r.household_id and a.id = r.account_id
       where r.household_id = $1 and r.period between $2 and $3 and ($4::uuid is null or r.account_id = $4)
         and a.currency = $5 and not a.hidden and r.bucket = any($6::text[])
       group by 1, 2 having sum(r.count) <> 0`,
      [scope.householdId, input.from, input.to, input.accountId ?? null, currency, bucketsOf.spending],
    )
    const cells = rows.map((row) => ({
      month: asDate(row.month),
      categoryId: row.category_id,
      net: toBigInt(row.net),
    }))
    return { currency, cells }
  })

const measured = (buckets: ReadonlyMap<Bucket, { count: number; minor: bigint }>) =>
  [...buckets].map(([bucket, sums]) => ({ bucket, ...sums }))

const addSums = (a: Sums | undefined, b: Sums): Sums =>
  a
    ? {
        gross: a.gross + b.gross,
        refunds: a.refunds + b.refunds,
        net: a.net + b.net,
        count: a.count + b.count,
      }
    : b

const groupKey = (scope: Scope, groupBy: SpendingGroupBy, key: string): string =>
  groupBy === 'weekday'
    ? String(weekdayOf(asDate(key)))
    : groupBy === 'month'
      ? periodOf(asDate(key), scope).from
      : key

/** A category stands for itself and its children; errors: not_found. */
async function selectionOf(
  tx: Tx,
  scope: Scope,
  input: Omit<Selection, 'categoryIds'> & { categoryId?: string },
): Promise<Selection> {
  const { from, to, accountId, merchantKey, categoryId } = input
  const selection = { from, to, accountId, merchantKey }
  if (!categoryId) return selection
  if (categoryId === noCategory) return { ...selection, categoryIds: [noCategory] }
  const found = await bulk<{ id: string }>(
    tx,
    'select id from categories where household_id = $1 and (id = $2 or parent_id = $2)',
    [scope.householdId, categoryId],
  )
  if (found.length === 0) throw notFound('The category')
  return { ...selection, categoryIds: found.map((row) => row.id) }
}

/** Income, spending and what was kept, stretch by stretch, in the main currency. Errors: not_found. */
export const cashflow = (
  scope: Scope,
  input: { from: CalendarDate; to: CalendarDate; interval?: Interval; accountId?: string },
): Promise<Cashflow> =>
  withScope(scope, async (tx) => {
    const { from, to, accountId, interval = 'month' } = input
    const currency = await currencyOf(tx, scope, accountId)
    const selection = { from, to, accountId }
    const monthly = interval === 'month' && isWholePeriods(from, to, scope)
    const groups = await readGroups(tx, scope, selection, monthly ? 'period' : 'day', currency, bucketsOf.net)
    const stretches = stretchesOf(from, to, interval, scope)
    const data = stretches.map((stretch) => ({ ...stretch, income: 0n, spending: 0n }))
    for (const { key, buckets } of groups) {
      const point = data[stretchAt(stretches, key)]
      if (!point) continue
      point.income += buckets.get('income')?.minor ?? 0n
      point.spending += sumsOf(measured(buckets)).net
    }
    const all = await readBuckets(tx, scope, selection)
    return {
      currency,
      data: data.map((point) => ({
        ...point,
        net: point.income - point.spending,
        savingsRate: savingsRateOf(point.income, point.spending),
      })),
      missing: missingOf(partition(all, currency, bucketsOf.net).excluded),
    }
  })

/** What all accounts that count are worth at the end of each stretch, from `histories` of that range where they are at hand. */
export async function netWorth(
  scope: Scope,
  input: { from: CalendarDate; to: CalendarDate; interval?: Interval },
  known?: readonly BalanceHistory[],
): Promise<NetWorth> {
  const to = minDate(input.to, scope.today)
  const currency = await withScope(scope, (tx) => currencyOf(tx, scope))
  if (input.from > to) return { currency, data: [], others: [] }
  const histories = known ?? (await balanceHistory(scope, { from: input.from, to }))
  return netWorthOf(histories, currency, stretchesOf(input.from, to, input.interval ?? 'month', scope))
}

/** How a period goes beside the usual one, without one-off purchases, up to `until` (today at the latest). */
export const pace = (
  scope: Scope,
  period: Period,
  known: { oldest: CalendarDate | null; until: CalendarDate },
): Promise<Pace> =>
  withScope(scope, async (tx) => {
    const currency = await currencyOf(tx, scope)
    const compared = comparedPeriods(period, scope, known.oldest)
    const until = minDate(known.until, period.to)
    const selection = { from: compared.at(-1)?.from ?? period.from, to: period.to }
    const groups = await readGroups(tx, scope, selection, 'day', currency, bucketsOf.spending)
    const perDay = new Map<string, bigint>()
    const result = { count: 0, oneOff: { count: 0, minor: 0n } }
    for (const { key, buckets } of groups) {
      const oneOff = buckets.get('one_off')
      const habit = measured(buckets).filter((row) => row.bucket !== 'one_off')
      const sums = sumsOf(habit)
      perDay.set(key, sums.net)
      if (key < period.from || key > until) continue
      result.count += sums.count
      if (oneOff) {
        result.oneOff.count += oneOff.count
        result.oneOff.minor -= oneOff.minor
      }
    }
    const lines = paceDays(period, compared, perDay, until)
    return { currency, from: period.from, to: period.to, until, ...lines, ...result }
  })

/** More rows than this in the compared stretches, and "usual by this day" is not counted: a page must not wait for it. */
const countable = 6000

/**
 * What a usual period had spent by the same day, per category or merchant: the mean of up to three periods before, without
 * one-off purchases. Null when there is nothing to compare with, or too many rows to count part of a period afresh.
 */
export const usualBy = (
  scope: Scope,
  groupBy: 'category' | 'merchant',
  period: Period,
  known: { oldest: CalendarDate | null; until: CalendarDate; accountId?: string },
): Promise<Map<string, bigint> | null> =>
  withScope(scope, async (tx) => {
    const compared = comparedPeriods(period, scope, known.oldest)
    if (compared.length === 0) return null
    const currency = await currencyOf(tx, scope, known.accountId)
    const passed = known.until >= period.to ? null : known.until
    const stretches = compared.map(({ from, to }) => ({
      from,
      to: passed ? minDate(to, addDays(from, daysBetween(period.from, passed))) : to,
      accountId: known.accountId,
    }))
    if (passed && (await countRows(tx, scope, stretches)) > countable) return null
    const sums = new Map<string, bigint>()
    for (const stretch of stretches) {
      for (const group of await readGroups(tx, scope, stretch, groupBy, currency, bucketsOf.pace))
        sums.set(group.key, (sums.get(group.key) ?? 0n) + sumsOf(measured(group.buckets)).net)
    }
    return new Map([...sums].map(([key, sum]) => [key, mean(sum, compared.length)]))
  })

async function countRows(tx: Tx, scope: Scope, stretches: readonly Selection[]): Promise<number> {
  let count = 0
  for (const stretch of stretches) for (const row of await readBuckets(tx, scope, stretch)) count += row.count
  return count
}

const signs: Record<Figure['kind'], bigint> = { spending: -1n, pace: -1n, income: 1n, net: 1n }

/** Answers "rows in, rows out and why" for a number of any page, of the API or of the assistant. Errors: not_found. */
export const explain = (scope: Scope, figure: Figure): Promise<FigureExplanation> =>
  withScope(scope, async (tx) => {
    const currency = await currencyOf(tx, scope, figure.accountId)
    const selection = await selectionOf(tx, scope, figure)
    const rows = await readBuckets(tx, scope, selection)
    const { included, excluded } = partition(rows, currency, bucketsOf[figure.kind])
    const minor = included.reduce((sum, row) => sum + row.minor, 0n) * signs[figure.kind]
    const [times] = await bulk<{ as_of: Date | null; rows: string }>(
      tx,
      `select greatest(
         (select max(balance_updated_at) from accounts where household_id = $1),
         (select max(created_at) from imports where household_id = $1 and status = 'imported')) as as_of,
         (select coalesce(sum(count), 0) from rollup_months where household_id = $1
          and ($2::uuid is null or account_id = $2)) as rows`,
      [scope.householdId, figure.accountId ?? null],
    )
    const inside = rows.reduce((count, row) => count + row.count, 0)
    const narrowed = selection.categoryIds || selection.merchantKey
    const outside = narrowed ? 0 : Number(toBigInt(times?.rows)) - inside
    if (outside > 0) excluded.push({ reason: 'other_period', count: outside, amount: null })
    return {
      figure,
      included: {
        count: included.reduce((count, row) => count + row.count, 0),
        total: { minor, currency },
      },
      excluded,
      asOf: times?.as_of ?? null,
    }
  })

/** Rows that count as money in or out and have no category yet, from `from` on. */
export const countToReview = (scope: Scope, from: CalendarDate): Promise<number> =>
  withScope(scope, async (tx) => {
    const [row] = await bulk<{ count: string }>(
      tx,
      `select coalesce(sum(r.count), 0) as count from rollup_months r
       join accounts a on a.household_id = r.household_id and a.id = r.account_id
       where r.household_id = $1 and r.period >= $2 and r.category_id = $3 and not a.hidden
         and r.bucket in ('spending', 'refund', 'income')`,
      [scope.householdId, periodOf(from, scope).from, noCategory],
    )
    return Number(row?.count ?? 0)
  })

/** Accounts whose newest row and newest balance are both before `before`, longest silent first. */
export const quietAccounts = (scope: Scope, before: CalendarDate): Promise<QuietAccount[]> =>
  withScope(scope, async (tx) => {
    const rows = await bulk<{ id: string; name: string; last_day: string }>(
      tx,
      `select id, name, last_day::text from (
         select a.id, a.name, greatest(a.balance_as_of, (
           select t.date from transactions t
           where t.household_id = a.household_id and t.account_id = a.id and t.deleted_at is null
           order by t.date desc limit 1)) as last_day
         from accounts a where a.household_id = $1 and not a.hidden and a.source in ('file', 'provider')
       ) as seen where last_day < $2 order by last_day, name`,
      [scope.householdId, before],
    )
    return rows.map((row) => ({ id: row.id, name: row.name, lastDay: asDate(row.last_day) }))
  })
