import 'server-only'
import { bulk, type Tx } from '#db/scope.ts'
import { addDays, type CalendarDate, maxDate, minDate } from '#lib/core/calendar.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { withBalanceRows } from './balance-rows.ts'
import { evidenceToJson } from './evidence-json.ts'
import { loadContext } from './load-context.ts'
import type { Window } from './purchase-source.ts'
import { type NewAlert, queueAlertMails } from './queue-alert-mails.ts'
import { rules as ruleTypes } from './rules/all-rules.ts'
import { type StoredRule, storedRules } from './stored-rules.ts'
import type { Candidate, Written } from './types.ts'

/** A year of history must not send sixty mails: only the newest days of each account are news. */
export const newsDays = 31

/**
 * Judges what a write has just added, inside its transaction: the alerts, their mails and the jobs that send them exist exactly
 * when the rows do. Rows dated more than 31 days before the newest one of their account, and rows that were there before, are
 * no news. `mail: false` writes the alerts only.
 */
export async function evaluateAlerts(
  tx: Tx,
  scope: Scope,
  written: Written,
  options: { mail?: boolean } = {},
): Promise<{ alerts: number; mails: number }> {
  const window = await newsWindow(tx, scope, written)
  const byUser = Map.groupBy(await storedRules(tx, scope, { enabled: true }), (rule) => rule.userId)
  let mails = 0
  let alerts = 0
  if (!window) return { alerts, mails }
  for (const [userId, rules] of byUser) {
    const context = await loadContext(tx, scope, userId, window)
    const added: NewAlert[] = []
    for (const rule of rules) {
      const found = ruleTypes[rule.type].evaluate(context, rule.params)
      added.push(...(await insertAlerts(tx, scope, rule, found, written.importId ?? null)))
    }
    alerts += added.length
    if (options.mail !== false) mails += await queueAlertMails(tx, scope, userId, added)
  }
  return { alerts, mails }
}

async function newsWindow(tx: Tx, scope: Scope, written: Written): Promise<Window | null> {
  const rows = await bulk<{ id: string; newest: CalendarDate }>(
    tx,
    `select w.id, coalesce(n.newest, a.balance_as_of)::text as newest
     from unnest($2::uuid[]) as w (id)
     join accounts a on a.household_id = $1 and a.id = w.id
     cross join lateral (
       select max(t.date) as newest from transactions t
       where t.household_id = $1 and t.account_id = w.id and t.deleted_at is null
     ) as n
     where coalesce(n.newest, a.balance_as_of) is not null`,
    [scope.householdId, written.accountIds],
  )
  const [first] = rows
  if (!first) return null
  const accounts = rows.map(({ id, newest }) => ({ id, from: addDays(newest, -newsDays) }))
  return {
    from: accounts.map(({ from }) => from).reduce(minDate),
    to: rows.map(({ newest }) => newest).reduce(maxDate),
    accounts,
    judged: written.importId ? { kind: 'import', importId: written.importId } : { kind: 'transaction' },
  }
}

/** Writes what was not said before. The unique key decides, so two writers at once cannot say it twice. */
export async function insertAlerts(
  tx: Tx,
  scope: Scope,
  rule: StoredRule,
  found: readonly Candidate[],
  importId: string | null,
): Promise<NewAlert[]> {
  if (found.length === 0) return []
  const candidates = [...new Map(found.map((candidate) => [candidate.dedupeKey, candidate])).values()]
  const complete = await withBalanceRows(tx, scope, rule.type, candidates)
  const entries = complete.map((candidate) => ({ id: newId(), ...candidate }))
  const rows = await bulk<{ id: string }>(
    tx,
    `insert into alerts (household_id, id, rule_id, type, dedupe_key, account_id, occurred_on, evidence, import_id, created_at)
     select $1, a.id, $2, $3, a.key, a.account_id, a.day, a.evidence::jsonb, $4, $5
     from unnest($6::uuid[], $7::text[], $8::uuid[], $9::date[], $10::text[]) as a (id, key, account_id, day, evidence)
     on conflict (household_id, rule_id, dedupe_key) do nothing returning id`,
    [
      scope.householdId,
      rule.id,
      rule.type,
      importId,
      scope.now,
      entries.map(({ id }) => id),
      entries.map(({ dedupeKey }) => dedupeKey),
      entries.map(({ accountId }) => accountId),
      entries.map(({ occurredOn }) => occurredOn),
      entries.map(({ evidence }) => evidenceToJson(evidence)),
    ],
  )
  const inserted = new Set(rows.map(({ id }) => id))
  return entries.filter(({ id }) => inserted.has(id)).map((entry) => ({ ...entry, rule }))
}
