import 'server-only'
import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import { addMonths, type CalendarDate } from '#lib/core/calendar.ts'
import { balancePoints } from './balance-points.ts'
import type { BalancePoint, WatchedAccount } from './rules/rule.ts'

type StoredAccount = {
  id: string
  name: string
  type: WatchedAccount['type']
  currency: string
  institution: string | null
  limit: string | null
}

/** The accounts a person may hear about: their own, and what others share with them. Hidden ones are not watched. */
export async function loadAccounts(tx: Tx, householdId: string, userId: string): Promise<WatchedAccount[]> {
  const rows = await bulk<StoredAccount>(
    tx,
    `select id, name, type, currency, institution, credit_limit_minor::text as limit from accounts
     where household_id = $1 and not hidden and (owner_id = $2 or sharing <> 'private') order by id`,
    [householdId, userId],
  )
  return rows.map(({ limit, ...account }) => ({
    ...account,
    creditLimit: limit === null ? null : BigInt(limit),
  }))
}

/** Balances of the last 13 months, computed from the newest stated one through the posted rows on either side of it. */
export async function loadBalances(
  tx: Tx,
  householdId: string,
  accounts: readonly WatchedAccount[],
  to: CalendarDate,
): Promise<Map<string, BalancePoint[]>> {
  const ids = accounts.map(({ id }) => id)
  const anchors = await bulk<{ id: string; minor: string; day: CalendarDate }>(
    tx,
    `select id, balance_minor::text as minor, balance_as_of::text as day from accounts
     where household_id = $1 and id = any($2::uuid[]) and balance_minor is not null and balance_as_of is not null`,
    [householdId, ids],
  )
  const moves = await bulk<{ account_id: string; day: CalendarDate; minor: string }>(
    tx,
    `select account_id, day::text as day, sum(minor)::bigint::text as minor from rollup_days
     where household_id = $1 and account_id = any($2::uuid[]) and bucket <> 'pending' and day > $3
     group by account_id, rollup_days.day having sum(minor) <> 0 order by account_id, rollup_days.day`,
    [householdId, ids, addMonths(to, -13)],
  )
  const byAccount = Map.groupBy(moves, (move) => move.account_id)
  return new Map(
    anchors.map(({ id, minor, day }) => {
      const days = (byAccount.get(id) ?? []).map((move) => ({ day: move.day, minor: toBigInt(move.minor) }))
      return [id, balancePoints({ day, minor: BigInt(minor) }, days)]
    }),
  )
}
