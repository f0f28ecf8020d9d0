import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { bulk, type Tx, toBigInt, withScope } from '#db/scope.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { accountOf } from './account-row.ts'
import { balancesBackwards } from './balance-history.ts'
import type { Account, BalanceHistory } from './types.ts'

/** Every account of the household, by name; hidden ones too, unless `visibleOnly`. */
export async function listAccounts(
  scope: Scope,
  options: { visibleOnly?: boolean } = {},
): Promise<Account[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.householdId, scope.householdId))
      .orderBy(asc(accounts.name), asc(accounts.id))
    return rows.map(accountOf).filter((account) => !options.visibleOnly || !account.hidden)
  })
}

/** The stored row of an account, or AppError not_found; for reads and mutations inside a transaction. */
export async function findAccount(tx: Tx, scope: Scope, id: string) {
  const rows = isId(id)
    ? await tx
        .select()
        .from(accounts)
        .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.id, id)))
    : []
  const row = rows[0]
  if (!row) throw notFound('The account')
  return row
}

/** One account; AppError not_found for unknown and foreign ids. */
export const getAccount = (scope: Scope, id: string): Promise<Account> =>
  withScope(scope, async (tx) => accountOf(await findAccount(tx, scope, id)))

export type AccountUse = {
  count: number
  pending: number
  firstDate: CalendarDate | null
  lastDate: CalendarDate | null
}

/** How many live rows an account has and which days they cover. */
export async function getAccountUse(scope: Scope, id: string): Promise<AccountUse> {
  return withScope(scope, async (tx) => {
    await findAccount(tx, scope, id)
    const rows = await bulk<{ count: string; pending: string; first: CalendarDate; last: CalendarDate }>(
      tx,
      `select coalesce(sum(count), 0) as count, coalesce(sum(count) filter (where bucket = 'pending'), 0) as pending,
         min(day) filter (where count > 0)::text as first, max(day) filter (where count > 0)::text as last
       from rollup_days where household_id = $1 and account_id = $2`,
      [scope.householdId, id],
    )
    const row = rows[0]
    return {
      count: Number(row?.count ?? 0),
      pending: Number(row?.pending ?? 0),
      firstDate: row?.first ?? null,
      lastDate: row?.last ?? null,
    }
  })
}

type HistoryRow = { accountId: string; day: CalendarDate; minor: string }

/**
 * Balance at the end of each day from `from` to `to` (both included), per account: backwards (and forwards) from the newest
 * known balance through the posted rows. An account without a known balance has no points. Days before its first row are
 * left out. Hidden accounts are included only when `accountIds` names them.
 */
export async function balanceHistory(
  scope: Scope,
  input: { from: CalendarDate; to: CalendarDate; accountIds?: readonly string[] },
): Promise<BalanceHistory[]> {
  return withScope(scope, async (tx) => {
    const all = await tx.select().from(accounts).where(eq(accounts.householdId, scope.householdId))
    const wanted = input.accountIds
      ? all.filter((row) => input.accountIds?.includes(row.id))
      : all.filter((row) => !row.hidden)
    const known = wanted.filter((row) => row.balanceMinor !== null)
    const moves = await dayMoves(
      tx,
      scope,
      known.map((row) => row.id),
    )
    return wanted.map((row) => ({
      accountId: row.id,
      currency: row.currency,
      type: row.type,
      includeInNetWorth: row.includeInNetWorth,
      points:
        row.balanceMinor === null
          ? []
          : balancesBackwards({
              balance: row.balanceMinor,
              asOf: row.balanceAsOf ?? scope.today,
              moves: moves.get(row.id) ?? [],
              from: input.from,
              to: input.to,
            }),
    }))
  })
}

type Move = { day: CalendarDate; minor: bigint }

/** Posted movement per day, oldest first: every bucket but pending, because excluded rows moved money too. */
export async function dayMoves(tx: Tx, scope: Scope, ids: string[]): Promise<Map<string, Move[]>> {
  if (ids.length === 0) return new Map()
  const rows = await bulk<HistoryRow>(
    tx,
    `select account_id as "accountId", day::text as day, sum(minor) as minor from rollup_days
     where household_id = $1 and account_id = any($2::uuid[]) and bucket <> 'pending' and count > 0
     group by 1, 2 order by 2`,
    [scope.householdId, ids],
  )
  const moves = new Map<string, Move[]>(ids.map((id) => [id, []]))
  for (const row of rows) moves.get(row.accountId)?.push({ day: row.day, minor: toBigInt(row.minor) })
  return moves
}
