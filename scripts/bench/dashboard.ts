import pg from 'pg'
import { databaseAddress } from '#db/embedded/address.ts'
import { bulk, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import { balanceHistory, listAccounts } from '#lib/accounts/queries.ts'
import { listAlerts } from '#lib/alerts/queries.ts'
import { seedCategories } from '#lib/categories/mutations.ts'
import { listCategories } from '#lib/categories/queries.ts'
import { addDays, addMonths, asDate, weekdayOf } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import { periodOf, shiftPeriod } from '#lib/core/period.ts'
import type { Scope } from '#lib/core/scope.ts'
import {
  cashflow,
  countToReview,
  netWorth,
  pace,
  quietAccounts,
  readBasis,
  spendingBy,
  usualBy,
} from '#lib/spending/queries.ts'
import { listTransactions } from '#lib/transactions/queries.ts'
import type { Bench } from './main.ts'

const sizes = [10_000, 1_000_000] as const
const chunk = 10_000
const now = new Date('2026-11-23T12:00:00Z')
const today = asDate('2026-11-23')
const spanDays = 3 * 365
const accountTypes = ['checking', 'checking', 'savings', 'credit_card', 'credit_card', 'cash']

/** Six accounts and 200 payees in three years that end today, spread evenly; the same mix at every size. */
export async function seed(rows: number): Promise<Scope> {
  const scope = await createHousehold({ timeZone: 'UTC', now })
  const accounts = accountTypes.map(() => newId())
  await withScope(scope, async (tx) => {
    await seedCategories(tx, scope)
    await bulk(
      tx,
      `insert into accounts (household_id, id, owner_id, name, type, currency, source, balance_minor, balance_as_of)
       select $1, id, $2, type, type, 'USD', 'file', 100000, $5 from unnest($3::uuid[], $4::text[]) as t(id, type)`,
      [scope.householdId, scope.userId, accounts, accountTypes, today],
    )
  })
  for (let start = 0; start < rows; start += chunk) {
    await withScope(scope, (tx) =>
      bulk(
        tx,
        `with leaves as (
           select array_agg(id order by position) as ids from categories where household_id = $1 and parent_id is not null
         )
         insert into transactions (household_id, id, account_id, date, minor, currency, payee, merchant_key, raw_description,
           status, kind, category_id, source, fingerprint)
         select $1, gen_random_uuid(), ($2::uuid[])[1 + n % 6], $3::date - (n::bigint * $4 / $5)::integer,
           case when n % 40 = 0 then 200000 when n % 23 = 0 then 900 else -(100 + n::bigint * 7919 % 9000) end, 'USD',
           'Payee ' || n * 31 % 200, 'payee ' || n * 31 % 200, 'PAYEE', case when n % 997 = 0 then 'pending' else 'posted' end,
           case when n % 29 = 0 then 'transfer' else 'standard' end,
           case when n % 50 = 0 then null else leaves.ids[1 + n * 13 % array_length(leaves.ids, 1)] end,
           'file', gen_random_uuid()
         from generate_series($6::integer, $7::integer) as n, leaves`,
        [scope.householdId, accounts, today, spanDays, rows, start, Math.min(rows, start + chunk) - 1],
      ),
    )
  }
  return scope
}

/** Everything the server asks the store for when somebody opens the dashboard. */
export async function dashboard(scope: Scope): Promise<void> {
  const basis = await readBasis(scope)
  const period = periodOf(today, scope)
  const { from, to } = period
  const known = { oldest: basis.oldest, until: today }
  const year = shiftPeriod(period, -11, scope).from
  await Promise.all([
    listAlerts(scope, { show: 'open', limit: 12 }),
    quietAccounts(scope, addDays(today, -35)),
    countToReview(scope, addMonths(today, -12)),
    pace(scope, period, known),
    cashflow(scope, { from, to, interval: 'month' }),
    spendingBy(scope, { from, to, groupBy: 'account' }),
    spendingBy(scope, { from, to, groupBy: 'category' }),
    usualBy(scope, 'category', period, known),
    spendingBy(scope, { from: addDays(today, -76 - weekdayOf(today)), to: today, groupBy: 'day' }),
    cashflow(scope, { from: year, to, interval: 'month' }),
    listAccounts(scope, { visibleOnly: true }),
    balanceHistory(scope, { from: addDays(today, -364), to: today }).then((histories) =>
      netWorth(scope, { from: addDays(today, -364), to: today, interval: 'week' }, histories),
    ),
    listTransactions(scope, {}, null, 8),
    listAccounts(scope),
    listCategories(scope, { includeArchived: true }),
  ])
}

/** What the store's own timer does: statistics and a clean table. */
export async function analyze(): Promise<void> {
  const client = new pg.Client(databaseAddress())
  await client.connect()
  try {
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const middle = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Server time of all dashboard queries at two sizes, measured in turn, as a ratio. The goal is at most 2. */
export async function run({ print }: Bench): Promise<void> {
  const worlds: { rows: number; scope: Scope; times: number[] }[] = []
  for (const rows of sizes) worlds.push({ rows, scope: await seed(rows), times: [] })
  await analyze()
  for (let round = -3; round < 31; round++) {
    for (const world of worlds) {
      const start = performance.now()
      await dashboard(world.scope)
      if (round >= 0) world.times.push(performance.now() - start)
    }
  }
  const found = worlds.map((world) => middle(world.times))
  for (const [index, { rows }] of worlds.entries())
    print(
      `${rows} rows over three years, 6 accounts, 200 payees: ${Math.round(found[index] ?? 0)} ms for all dashboard queries (median of 31, in turn)`,
    )
  const [small = 0, large = 0] = found
  print(`ratio ${Math.round((large / small) * 100) / 100} (goal: at most 2)`)
}
