import { createHash } from 'node:crypto'
import { accounts } from '#db/schema/accounts.ts'
import { transactions } from '#db/schema/transactions.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { AccountType } from '#lib/accounts/types.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import { listCategories } from '#lib/categories/queries.ts'
import { asDate, type CalendarDate } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { cleanPayee } from '#lib/merchants/payee.ts'

export type Ledger = {
  scope: Scope
  checking: string
  savings: string
  card: string
  category: (key: string) => string
}

const now = new Date('2026-11-23T12:00:00Z')

export async function addAccount(
  scope: Scope,
  type: AccountType,
  parts: { currency?: string; last4?: string } = {},
): Promise<string> {
  const id = newId()
  await withScope(scope, (tx) =>
    tx.insert(accounts).values({
      householdId: scope.householdId,
      id,
      ownerId: scope.userId,
      name: `${type} account`,
      type,
      currency: parts.currency ?? 'USD',
      last4: parts.last4 ?? null,
      source: 'file',
    }),
  )
  return id
}

/** A household with the built-in categories, a checking, a savings and a card account. */
export async function createLedger(): Promise<Ledger> {
  const scope = await createHousehold({ now })
  await withScope(scope, (tx) => seedCategories(tx, scope))
  const ids = new Map((await listCategories(scope)).map((category) => [category.key, category.id]))
  return {
    scope,
    checking: await addAccount(scope, 'checking'),
    savings: await addAccount(scope, 'savings', { last4: '3255' }),
    card: await addAccount(scope, 'credit_card'),
    category: (key) => ids.get(key) ?? '',
  }
}

type RowParts = {
  accountId: string
  minor: bigint
  text?: string
  date?: string
  categoryId?: string | null
  source?: 'user' | 'merchant' | null
  status?: 'posted' | 'pending'
  currency?: string
  memo?: string
}

/** Adds a row as an import would; returns its id. */
export async function addRow(scope: Scope, parts: RowParts): Promise<string> {
  const id = newId()
  const text = parts.text ?? 'CORNER SHOP'
  const payee = cleanPayee(text)
  await withScope(scope, (tx) =>
    tx.insert(transactions).values({
      householdId: scope.householdId,
      id,
      accountId: parts.accountId,
      date: asDate(parts.date ?? '2026-11-10') as CalendarDate,
      minor: parts.minor,
      currency: parts.currency ?? 'USD',
      payee: payee.name,
      merchantKey: payee.key,
      rawDescription: text,
      memo: parts.memo ?? null,
      status: parts.status ?? 'posted',
      categoryId: parts.categoryId ?? null,
      categorySource: parts.source === undefined ? (parts.categoryId ? 'merchant' : null) : parts.source,
      source: 'test',
      fingerprint: createHash('md5').update(id).digest('hex'),
    }),
  )
  return id
}

/** What the rollups hold beside what the entries sum to, as comparable text; equal when every write kept them. */
export async function rollupsAndEntries(scope: Scope): Promise<{ rollups: string[]; entries: string[] }> {
  return withScope(scope, async (tx) => {
    const rollups = await bulk<{ line: string }>(
      tx,
      `select concat_ws(' ', 'day', day, account_id, bucket, count, minor) as line from rollup_days where household_id = $1 and (count <> 0 or minor <> 0)
       union all select concat_ws(' ', 'category', account_id, category_id, bucket, sum(count), sum(minor)) from rollup_months where household_id = $1
         group by account_id, category_id, bucket having sum(count) <> 0 or sum(minor) <> 0
       union all select concat_ws(' ', 'merchant', merchant_key, bucket, sum(count), sum(minor)) from rollup_merchants where household_id = $1
         group by merchant_key, bucket having sum(count) <> 0 or sum(minor) <> 0
       order by 1`,
      [scope.householdId],
    )
    const entries = await bulk<{ line: string }>(
      tx,
      `select concat_ws(' ', 'day', date, account_id, bucket, count(*), sum(minor)) as line from entries where household_id = $1 group by date, account_id, bucket
       union all select concat_ws(' ', 'category', account_id, coalesce(category_id, '00000000-0000-0000-0000-000000000000'), bucket, count(*), sum(minor)) from entries
         where household_id = $1 group by account_id, coalesce(category_id, '00000000-0000-0000-0000-000000000000'), bucket
       union all select concat_ws(' ', 'merchant', merchant_key, bucket, count(*), sum(minor)) from entries where household_id = $1 group by merchant_key, bucket
       order by 1`,
      [scope.householdId],
    )
    return { rollups: rollups.map((row) => row.line), entries: entries.map((row) => row.line) }
  })
}
