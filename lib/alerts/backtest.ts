import 'server-only'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { withBalanceRows } from './balance-rows.ts'
import { loadContext } from './load-context.ts'
import { replayTroubles } from './replay-troubles.ts'
import { rules } from './rules/all-rules.ts'
import type { Backtest, Candidate, RuleType } from './types.ts'

/** What a back-test needs to know of a rule; it need not be saved. */
export type BacktestInput = { type: RuleType; params: Record<string, unknown> }

const byDay = (a: Candidate, b: Candidate): number =>
  a.occurredOn === b.occurredOn ? 0 : a.occurredOn < b.occurredOn ? 1 : -1

/** How often a rule would have fired in the last `days` days, with the rows: the evaluation itself, replayed. */
export const backtest = (scope: Scope, rule: BacktestInput, days = 90): Promise<Backtest> =>
  withScope(scope, (tx) => backtestIn(tx, scope, rule, days))

export async function backtestIn(tx: Tx, scope: Scope, rule: BacktestInput, days: number): Promise<Backtest> {
  const params = rules[rule.type].parse(rule.params)
  if (rule.type === 'connection_trouble') {
    const [from, to] = [addDays(scope.today, -days), scope.today]
    const hits = await replayTroubles(tx, scope, from)
    return { days, from, to, hits: hits.toSorted(byDay) }
  }
  const to = await lastDay(tx, scope, days)
  const from = addDays(to, -days)
  const window = { from, to, accounts: null, judged: { kind: 'all' } } as const
  const context = await loadContext(tx, scope, scope.userId, window)
  const found = rules[rule.type].evaluate(context, params)
  const unique = [...new Map(found.map((candidate) => [candidate.dedupeKey, candidate])).values()]
  const hits = await withBalanceRows(tx, scope, rule.type, unique.toSorted(byDay))
  return { days, from, to, hits }
}

/** Today; for a household that has only older statements, the day they end. */
async function lastDay(tx: Tx, scope: Scope, days: number): Promise<CalendarDate> {
  const [row] = await bulk<{ newest: CalendarDate | null }>(
    tx,
    'select max(date)::text as newest from transactions where household_id = $1 and deleted_at is null',
    [scope.householdId],
  )
  const newest = row?.newest
  return newest && newest < addDays(scope.today, -days) ? newest : scope.today
}
