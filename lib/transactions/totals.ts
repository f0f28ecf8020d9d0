import type { Bucket } from '#lib/core/bucket.ts'
import 'server-only'
import { bulk, type Tx, toBigInt, withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { bucketOf, filterSql, isRollable, transactionTables } from './filter-sql.ts'
import type { TransactionFilters } from './schema.ts'
import type { CurrencyTotals, TransactionTotals } from './types.ts'

type BucketSum = { currency: string; bucket: Bucket; count: string; minor: string }

/** From the day rollups: the cost does not depend on the number of rows. Splits count once per part there. */
async function fromRollups(tx: Tx, scope: Scope, filters: TransactionFilters): Promise<BucketSum[]> {
  const parameters: unknown[] = [scope.householdId]
  const add = (value: unknown): string => `$${parameters.push(value)}`
  const parts = ['r.household_id = $1']
  if (filters.account?.length) parts.push(`r.account_id = any(${add(filters.account)}::uuid[])`)
  else parts.push('not a.hidden')
  if (filters.from) parts.push(`r.day >= ${add(filters.from)}`)
  if (filters.to) parts.push(`r.day <= ${add(filters.to)}`)
  if (filters.bucket?.length) parts.push(`r.bucket = any(${add(filters.bucket)}::text[])`)
  return bulk<BucketSum>(
    tx,
    `select a.currency, r.bucket, sum(r.count) as count, sum(r.minor) as minor from rollup_days r
     join accounts a on a.household_id = r.household_id and a.id = r.account_id
     where ${parts.join(' and ')} group by 1, 2 having sum(r.count) > 0`,
    parameters,
  )
}

/** A part of a split counts by its own amount and category. */
const partBucket = 'entry_bucket(t.status, t.kind, t.excluded, p.minor, pc.kind, a.type)'

/** From the rows in one pass over each table, so that a split shows only its matching parts. */
async function fromRows(tx: Tx, scope: Scope, filters: TransactionFilters): Promise<BucketSum[]> {
  const { where, parameters } = await filterSql(tx, scope, { ...filters, bucket: undefined })
  const add = (value: unknown): string => `$${parameters.push(value)}`
  const category = filters.category && filters.category !== 'none' ? add(filters.category) : null
  const wanted = category
    ? ` and p.category_id in (select id from categories where household_id = $1
        and (id = ${category}::uuid or parent_id = ${category}::uuid))`
    : filters.category === 'none'
      ? ' and p.category_id is null'
      : ''
  const bucket = filters.bucket?.length ? `where s.bucket = any(${add(filters.bucket)}::text[])` : ''
  return bulk<BucketSum>(
    tx,
    `select s.currency, s.bucket, sum(s.count) as count, sum(s.minor) as minor from (
       select t.currency, ${bucketOf} as bucket, count(*) as count, sum(t.minor) as minor
       from ${transactionTables} where ${where} and not t.is_split group by 1, 2
       union all
       select t.currency, ${partBucket}, count(*), sum(p.minor) from ${transactionTables}
       join transaction_splits p on p.household_id = t.household_id and p.transaction_id = t.id
       left join categories pc on pc.household_id = p.household_id and pc.id = p.category_id
       where ${where} and t.is_split${wanted} group by 1, 2
     ) as s ${bucket} group by 1, 2`,
    parameters,
  )
}

const reasons: Partial<Record<Bucket, 'pending' | 'excluded' | 'transfer'>> = {
  pending: 'pending',
  excluded: 'excluded',
  transfer: 'transfer',
  card_payment: 'transfer',
  investment: 'transfer',
}

function summarise(sums: readonly BucketSum[]): TransactionTotals {
  const currencies = new Map<string, CurrencyTotals>()
  const leftOut = new Map<'pending' | 'excluded' | 'transfer', number>()
  let count = 0
  for (const sum of sums) {
    const rows = Number(sum.count)
    count += rows
    const reason = reasons[sum.bucket]
    if (reason) {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + rows)
      continue
    }
    const { currency } = sum
    const known = currencies.get(currency) ?? { currency, count: 0, in: 0n, out: 0n }
    const side = sum.bucket === 'income' || sum.bucket === 'refund' ? 'in' : 'out'
    known[side] += toBigInt(sum.minor)
    known.count += rows
    currencies.set(currency, known)
  }
  return {
    count,
    currencies: [...currencies.values()].sort((a, b) => b.count - a.count),
    leftOut: [...leftOut].map(([reason, rows]) => ({ reason, count: rows })),
  }
}

/**
 * Totals of a filtered set per currency: in (income and refunds), out (spending, negative), and how many rows the sums leave
 * out because they are pending, excluded or transfers.
 */
export const totalTransactions = (scope: Scope, filters: TransactionFilters): Promise<TransactionTotals> =>
  withScope(scope, async (tx) =>
    summarise(
      isRollable(filters) ? await fromRollups(tx, scope, filters) : await fromRows(tx, scope, filters),
    ),
  )
