import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import { unsureBelow } from '#lib/categories/types.ts'
import { parseDecimal } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { fold } from '#lib/merchants/words.ts'
import type { TransactionFilters } from './schema.ts'

/** A WHERE clause over `t` (transactions), `a` (accounts), `c` (categories of the row) and its parameters; $1 is the household. */
export type FilterSql = { where: string; parameters: unknown[] }

export const bucketOf = 'entry_bucket(t.status, t.kind, t.excluded, t.minor, c.kind, a.type)'

export const transactionTables = `transactions t
  join accounts a on a.household_id = t.household_id and a.id = t.account_id
  left join categories c on c.household_id = t.household_id and c.id = t.category_id`

/** What search looks in, folded by the store as `fold` does here: payee, the bank's text, memo and note. */
const searched = `search_fold(t.payee || ' ' || t.raw_description || ' ' || coalesce(t.memo, '') || ' ' || coalesce(t.note, ''))`

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Amounts a search text may mean: `42.50` is 4250 cents, `1.234.567` is that many đồng. */
function amountsOf(text: string): bigint[] {
  const bare = text.replace(/[\s$₫€£-]/g, '')
  if (!/^\d[\d.,]*$/.test(bare)) return []
  const whole =
    /^\d{1,3}([.,]\d{3})+$/.test(bare) || /^\d+$/.test(bare) ? BigInt(bare.replace(/[.,]/g, '')) : null
  const decimal = /^(\d[\d.,]*)[.,](\d{1,2})$/.exec(bare)
  const cents = decimal
    ? BigInt((decimal[1] ?? '').replace(/[.,]/g, '') + (decimal[2] ?? '').padEnd(2, '0'))
    : null
  return [...(whole === null ? [] : [whole, whole * 100n]), ...(cents === null ? [] : [cents])]
}

/** Limits are decimals, rows are minor units: one comparison per currency the household has. */
async function sizeCondition(
  tx: Tx,
  scope: Scope,
  filters: TransactionFilters,
  add: (value: unknown) => string,
): Promise<string | null> {
  if (filters.min === undefined && filters.max === undefined) return null
  const rows = await bulk<{ currency: string }>(
    tx,
    'select distinct currency from accounts where household_id = $1',
    [scope.householdId],
  )
  const limits = rows.map(({ currency }) => {
    const limit = (text: string | undefined, operator: string): string => {
      const minor = text === undefined ? null : (parseDecimal(text, currency)?.minor ?? null)
      return minor === null ? '' : ` and abs(t.minor) ${operator} ${add(String(minor))}::bigint`
    }
    return `(t.currency = ${add(currency)}${limit(filters.min, '>=')}${limit(filters.max, '<=')})`
  })
  return limits.length === 0 ? null : `(${limits.join(' or ')})`
}

async function hiddenAccounts(tx: Tx, scope: Scope): Promise<string[]> {
  const rows = await bulk<{ id: string }>(tx, 'select id from accounts where household_id = $1 and hidden', [
    scope.householdId,
  ])
  return rows.map((row) => row.id)
}

const ownOrSplit = (condition: (column: string) => string): string =>
  `(case when t.is_split then exists (
      select 1 from transaction_splits p where p.household_id = t.household_id and p.transaction_id = t.id
        and ${condition('p.category_id')})
    else ${condition('t.category_id')} end)`

/** Nobody chose a category, and none was found or only a doubtful one. */
const toReview = `not t.is_split and t.category_source is distinct from 'user'
  and (t.category_id is null or t.category_confidence < ${unsureBelow})`

/** The clause for a set of filters. Hidden accounts are left out unless they are named. */
export async function filterSql(tx: Tx, scope: Scope, filters: TransactionFilters): Promise<FilterSql> {
  const parameters: unknown[] = [scope.householdId]
  const add = (value: unknown): string => `$${parameters.push(value)}`
  const parts = ['t.household_id = $1', 't.deleted_at is null']
  if (filters.account?.length) parts.push(`t.account_id = any(${add(filters.account)}::uuid[])`)
  else {
    const hidden = await hiddenAccounts(tx, scope)
    if (hidden.length > 0) parts.push(`t.account_id <> all(${add(hidden)}::uuid[])`)
  }
  if (filters.from) parts.push(`t.date >= ${add(filters.from)}`)
  if (filters.to) parts.push(`t.date <= ${add(filters.to)}`)
  if (filters.status) parts.push(`t.status = ${add(filters.status)}`)
  if (filters.kind) parts.push(`t.kind = ${add(filters.kind)}`)
  if (filters.merchant) parts.push(`t.merchant_key = ${add(filters.merchant)}`)
  if (filters.review) parts.push(toReview)
  if (filters.importId) parts.push(`t.import_id = ${add(filters.importId)}`)
  if (filters.bucket?.length) parts.push(`${bucketOf} = any(${add(filters.bucket)}::text[])`)
  if (filters.category === 'none') parts.push(ownOrSplit((column) => `${column} is null`))
  else if (filters.category) {
    const id = add(filters.category)
    parts.push(
      ownOrSplit(
        (column) => `${column} in (select id from categories
          where household_id = $1 and (id = ${id}::uuid or parent_id = ${id}::uuid))`,
      ),
    )
  }
  const size = await sizeCondition(tx, scope, filters, add)
  if (size) parts.push(size)
  const words = fold(filters.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length > 0) {
    const patterns = add(words.map((word) => `%${escapeLike(word)}%`))
    const amounts = amountsOf(filters.q ?? '')
    const byAmount = amounts.length > 0 ? ` or abs(t.minor) = any(${add(amounts.map(String))}::bigint[])` : ''
    parts.push(`(${searched} like all (${patterns}::text[])${byAmount})`)
  }
  return { where: parts.join(' and '), parameters }
}

/** Whether the day rollups alone can total this set. */
export const isRollable = (filters: TransactionFilters): boolean =>
  !filters.category &&
  !filters.q &&
  !filters.kind &&
  !filters.merchant &&
  !filters.importId &&
  !filters.review &&
  filters.status === undefined &&
  filters.min === undefined &&
  filters.max === undefined
