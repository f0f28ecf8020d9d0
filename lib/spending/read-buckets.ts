import 'server-only'
import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import type { Bucket } from '#lib/core/bucket.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { isWholePeriods } from '#lib/core/period.ts'
import type { Scope } from '#lib/core/scope.ts'
import { noCategory } from './no-category.ts'

export type Selection = {
  from: CalendarDate
  to: CalendarDate
  accountId?: string
  /** A category with its children. */
  categoryIds?: readonly string[]
  merchantKey?: string
}

/** Signed sums of one bucket, from the holder's view. */
export type BucketRow = { currency: string; hidden: boolean; bucket: Bucket; count: number; minor: bigint }

export type Dimension = 'category' | 'merchant' | 'account' | 'period' | 'day'

type Source = { table: string; day: string; count: string; keys: Partial<Record<Dimension, string>> }

const category = `coalesce(r.category_id, '${noCategory}'::uuid)`

const days: Source = {
  table: 'rollup_days r',
  day: 'r.day',
  count: 'sum(r.count)',
  keys: { account: 'r.account_id', day: 'r.day' },
}
const months: Source = {
  table: 'rollup_months r',
  day: 'r.period',
  count: 'sum(r.count)',
  keys: { account: 'r.account_id', category, period: 'r.period' },
}
const merchants: Source = {
  table: 'rollup_merchants r',
  day: 'r.period',
  count: 'sum(r.count)',
  keys: { account: 'r.account_id', merchant: 'r.merchant_key', period: 'r.period' },
}
const rows: Source = {
  table: 'entries r',
  day: 'r.date',
  count: 'count(*)',
  keys: { account: 'r.account_id', category, merchant: 'r.merchant_key', day: 'r.date' },
}

/** The smallest table that can answer: rows are only scanned for a category or a merchant over part of a period. */
export function sourceFor(scope: Scope, selection: Selection, dimension?: Dimension): Source {
  const needs = [dimension, selection.categoryIds && 'category', selection.merchantKey && 'merchant']
  const whole = isWholePeriods(selection.from, selection.to, scope)
  const answers = (source: Source) =>
    needs.every((need) => !need || source.keys[need as Dimension] !== undefined)
  if (whole && answers(months)) return months
  if (answers(days)) return days
  if (whole && answers(merchants)) return merchants
  return rows
}

/** The source with its conditions; the parameters are $1 to $6 in every statement. */
function filtered(source: Source, selection: Selection): string {
  const conditions = [
    `r.household_id = $1 and ${source.day} between $2 and $3`,
    '($4::uuid is null or r.account_id = $4)',
    selection.categoryIds ? `${source.keys.category} = any($5::uuid[])` : '$5::uuid[] is null',
    selection.merchantKey ? `${source.keys.merchant} = $6` : '$6::text is null',
  ]
  return `from ${source.table} join accounts a on a.household_id = r.household_id and a.id = r.account_id
    where ${conditions.join(' and ')}`
}

const parameters = (scope: Scope, selection: Selection): unknown[] => [
  scope.householdId,
  selection.from,
  selection.to,
  selection.accountId ?? null,
  selection.categoryIds ?? null,
  selection.merchantKey ?? null,
]

/** Everything of a selection, each row in one bucket: what a total is made of and what it leaves out. */
export async function readBuckets(tx: Tx, scope: Scope, selection: Selection): Promise<BucketRow[]> {
  const source = sourceFor(scope, selection)
  const found = await bulk<{
    currency: string
    hidden: boolean
    bucket: Bucket
    count: string
    minor: string
  }>(
    tx,
    `select a.currency, a.hidden, r.bucket, ${source.count} as count, sum(r.minor) as minor
     ${filtered(source, selection)} group by 1, 2, 3 having ${source.count} <> 0`,
    parameters(scope, selection),
  )
  return found.map((row) => ({ ...row, count: Number(row.count), minor: toBigInt(row.minor) }))
}

export type GroupRow = { key: string; buckets: Map<Bucket, { count: number; minor: bigint }> }

/**
 * What counts in one currency and accounts that are not hidden, by a dimension: one entry a key. With `limit`, the keys that
 * moved most money.
 */
export async function readGroups(
  tx: Tx,
  scope: Scope,
  selection: Selection,
  dimension: Dimension,
  currency: string,
  wanted: readonly Bucket[],
  limit?: number,
): Promise<GroupRow[]> {
  const source = sourceFor(scope, selection, dimension)
  const found = await bulk<{ key: string; bucket: Bucket; count: string; minor: string }>(
    tx,
    `select key, bucket, count, minor from (
       select *, dense_rank() over (order by moved, key) as place from (
         select *, sum(minor) over (partition by key) as moved from (
           select ${source.keys[dimension]}::text as key, r.bucket, ${source.count} as count, sum(r.minor) as minor
           ${filtered(source, selection)} and a.currency = $7 and not a.hidden and r.bucket = any($8::text[])
           group by 1, 2 having ${source.count} <> 0
         ) as sums
       ) as totals
     ) as places where $9::integer is null or place <= $9 order by place`,
    [...parameters(scope, selection), currency, wanted, limit ?? null],
  )
  const groups = new Map<string, GroupRow>()
  for (const row of found) {
    const group = groups.get(row.key) ?? { key: row.key, buckets: new Map() }
    group.buckets.set(row.bucket, { count: Number(row.count), minor: toBigInt(row.minor) })
    groups.set(row.key, group)
  }
  return [...groups.values()]
}
