import 'server-only'
import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import { addDays, addMonths, type CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { loadAccounts, loadBalances } from './load-balances.ts'
import { loadUsual } from './load-usual.ts'
import {
  addedBy,
  importIdOf,
  isPurchase,
  purchaseColumns,
  purchaseSource,
  type Window,
} from './purchase-source.ts'
import { twinKey } from './rules/duplicate-charge.ts'
import type { Context, Purchase } from './rules/rule.ts'

type Stored = {
  id: string
  account_id: string
  account_name: string
  date: CalendarDate
  payee: string
  minor: string
  currency: string
  merchant_key: string
  raw_description: string
  category_key: string | null
}

const purchaseOf = (row: Stored, judged: boolean): Purchase => ({
  transactionId: row.id,
  accountId: row.account_id,
  accountName: row.account_name,
  date: row.date,
  payee: row.payee,
  amount: { minor: toBigInt(row.minor), currency: row.currency },
  merchantKey: row.merchant_key,
  description: row.raw_description,
  categoryKey: row.category_key,
  judged,
})

/** Reads what the rules of one person may look at. Costs a few index reads when the window holds nothing to judge. */
export async function loadContext(tx: Tx, scope: Scope, userId: string, window: Window): Promise<Context> {
  const { householdId } = scope
  const accounts = await loadAccounts(tx, householdId, userId)
  const visible = accounts.map(({ id }) => id)
  const named = window.accounts ?? visible.map((id) => ({ id, from: window.from }))
  const written = named.filter(({ id }) => visible.includes(id))
  const judged = await judgedRows(tx, householdId, written, window)
  const keys = [...new Set(judged.map((row) => row.merchantKey))]
  const twins = await twinsOf(tx, householdId, visible, judged, window)
  const groups = Map.groupBy([...judged, ...twins], twinKey)
  const twinMerchants = [
    ...new Set([...groups.values()].flatMap(([row, other]) => (row && other ? [row.merchantKey] : []))),
  ]
  const watched = accounts.filter(({ id }) => written.some((account) => account.id === id))
  const currencies = [
    ...new Set([...judged.map((row) => row.amount.currency), ...watched.map((a) => a.currency)]),
  ]
  return {
    from: window.from,
    to: window.to,
    replay: window.judged.kind === 'all',
    accounts: watched,
    purchases: [...judged, ...twins],
    usual: await loadUsual(tx, householdId, visible, window, currencies, judged.length > 0),
    balances: await loadBalances(tx, householdId, watched, window.to),
    ...(await sinceWhen(tx, householdId, keys)),
    earlierTwins: await twinsBefore(tx, householdId, twinMerchants, window.from),
    acceptedTwins: await dismissedTwins(tx, householdId, userId, twinMerchants.length > 0),
  }
}

async function judgedRows(
  tx: Tx,
  householdId: string,
  written: { id: string; from: CalendarDate }[],
  window: Window,
): Promise<Purchase[]> {
  const rows = await bulk<Stored>(
    tx,
    `select ${purchaseColumns} ${purchaseSource}
     join unnest($2::uuid[], $3::date[]) as w (account_id, since) on w.account_id = t.account_id
     where t.household_id = $1 and t.date between w.since and $4 and ${addedBy(window.judged, 5)} and ${isPurchase}
     order by t.date, t.id`,
    [
      householdId,
      written.map(({ id }) => id),
      written.map(({ from }) => from),
      window.to,
      importIdOf(window.judged),
    ],
  )
  return rows.map((row) => purchaseOf(row, true))
}

/** Rows of the same merchant and amount near a judged one, which are not judged themselves. */
async function twinsOf(
  tx: Tx,
  householdId: string,
  visible: string[],
  judged: Purchase[],
  window: Window,
): Promise<Purchase[]> {
  if (judged.length === 0) return []
  const groups = Map.groupBy(
    judged.filter((row) => row.merchantKey !== ''),
    twinKey,
  )
  const wanted = [...groups.values()].flatMap(([row]) => (row ? [row] : []))
  const known = new Set(judged.map((row) => row.transactionId))
  const rows = await bulk<Stored>(
    tx,
    `select ${purchaseColumns} ${purchaseSource}
     join (select distinct * from unnest($2::text[], $3::bigint[], $4::text[]) as w (merchant_key, minor, currency)) w
       on w.merchant_key = t.merchant_key and w.minor = t.minor and w.currency = t.currency
     where t.household_id = $1 and t.date between $5 and $6 and t.account_id = any($7::uuid[]) and ${isPurchase}
     order by t.date, t.id`,
    [
      householdId,
      wanted.map((row) => row.merchantKey),
      wanted.map((row) => row.amount.minor),
      wanted.map((row) => row.amount.currency),
      addDays(window.from, -3),
      addDays(window.to, 3),
      visible,
    ],
  )
  return rows.filter((row) => !known.has(row.id)).map((row) => purchaseOf(row, false))
}

async function sinceWhen(
  tx: Tx,
  householdId: string,
  merchantKeys: string[],
): Promise<Pick<Context, 'merchantSince' | 'historySince'>> {
  const rows = await bulk<{ merchant_key: string; since: CalendarDate }>(
    tx,
    `select merchant_key, min(date)::text as since from transactions
     where household_id = $1 and merchant_key = any($2) and deleted_at is null group by 1`,
    [householdId, merchantKeys],
  )
  const [first] = await bulk<{ since: CalendarDate | null }>(
    tx,
    'select min(date)::text as since from transactions where household_id = $1',
    [householdId],
  )
  return {
    merchantSince: new Map(rows.map((row) => [row.merchant_key, row.since])),
    historySince: first?.since ?? null,
  }
}

async function twinsBefore(
  tx: Tx,
  householdId: string,
  merchantKeys: string[],
  from: CalendarDate,
): Promise<Map<string, number>> {
  if (merchantKeys.length === 0) return new Map()
  const rows = await bulk<{ merchant_key: string; count: number }>(
    tx,
    `select merchant_key, count(*)::int as count from (
       select merchant_key, date - lag(date) over (partition by merchant_key, minor, currency order by date, id) as apart
       from transactions
       where household_id = $1 and merchant_key = any($2) and date >= $3 and date < $4 and minor < 0 and deleted_at is null
     ) as pairs where apart <= 1 group by 1`,
    [householdId, merchantKeys, addMonths(from, -12), from],
  )
  return new Map(rows.map((row) => [row.merchant_key, row.count]))
}

/** The key of a duplicate alert begins with what makes its rows twins. */
async function dismissedTwins(
  tx: Tx,
  householdId: string,
  userId: string,
  needed: boolean,
): Promise<Set<string>> {
  if (!needed) return new Set()
  const rows = await bulk<{ twin: string }>(
    tx,
    `select distinct regexp_replace(a.dedupe_key, ':[0-9-]+:[0-9]+$', '') as twin from alerts a
     join alert_rules r on r.household_id = a.household_id and r.id = a.rule_id
     where a.household_id = $1 and a.type = 'duplicate_charge' and a.status = 'dismissed' and r.user_id = $2`,
    [householdId, userId],
  )
  return new Set(rows.map((row) => row.twin))
}
