import 'server-only'
import { bulk, type Tx, toBigInt } from '#db/scope.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Candidate, EvidenceRow, RuleType } from './types.ts'

const shown = 5

/** A balance is the work of many rows: its evidence is the last ones that took money out. */
export async function withBalanceRows(
  tx: Tx,
  scope: Scope,
  type: RuleType,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  if (type !== 'low_balance' && type !== 'card_use') return [...candidates]
  const complete: Candidate[] = []
  for (const candidate of candidates) {
    const { accountId, occurredOn, evidence } = candidate
    const rows = accountId ? await lastPayments(tx, scope, accountId, occurredOn) : []
    complete.push({ ...candidate, evidence: { ...evidence, rows } })
  }
  return complete
}

type Stored = { id: string; name: string; date: CalendarDate; payee: string; minor: string; currency: string }

async function lastPayments(
  tx: Tx,
  { householdId }: Scope,
  accountId: string,
  day: CalendarDate,
): Promise<EvidenceRow[]> {
  const rows = await bulk<Stored>(
    tx,
    `select t.id, a.name, t.date::text as date, t.payee, t.minor::text as minor, t.currency
     from transactions t join accounts a on a.household_id = t.household_id and a.id = t.account_id
     where t.household_id = $1 and t.account_id = $2 and t.date <= $3 and t.minor < 0 and t.deleted_at is null
       and t.status = 'posted'
     order by t.date desc, t.id desc limit $4`,
    [householdId, accountId, day, shown],
  )
  return rows.map(({ id, name, date, payee, minor, currency }) => ({
    transactionId: id,
    accountId,
    accountName: name,
    date,
    payee,
    amount: { minor: toBigInt(minor), currency },
  }))
}
