import { statementPeriods } from '#db/schema/imports.ts'
import type { Tx } from '#db/scope.ts'
import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { runsBackwards, type StatedBalance } from './closing-balance.ts'
import { coveredDays } from './covered-days.ts'
import type { AccountPlan } from './plan.ts'
import type { AccountRows } from './spool.ts'

/** What a statement says about time; balances in the account's currency, null when it does not say. */
export type StatementPeriod = {
  from: CalendarDate
  to: CalendarDate
  stated: boolean
  opening: bigint | null
  closing: bigint | null
}

/** What a statement says about time, see `coveredDays`; null for a file without rows that states nothing. */
export function periodOf(
  rows: AccountRows,
  balance: StatedBalance | null,
  today: CalendarDate,
): StatementPeriod | null {
  const days = coveredDays(rows, today)
  if (!days) return null
  const closing = balance?.day === days.to ? balance.minor : null
  return { ...days, opening: openingOf(rows, days.from), closing }
}

/** The balance before `from`: as stated, else what the oldest row's running balance was before it. */
function openingOf(rows: AccountRows, from: CalendarDate): bigint | null {
  const { opening } = rows.read
  if (opening && (opening.asOf === null || opening.asOf === from || opening.asOf === addDays(from, -1)))
    return opening.minor
  const at = runsBackwards(rows) ? rows.date.length - 1 : 0
  const after = rows.runningBalance[at]
  if (after === null || after === undefined || rows.date[at] !== from || rows.status[at] === 'pending')
    return null
  return after - (rows.minor[at] ?? 0n)
}

/** Notes which days an import covers of an account. */
export async function writePeriod(tx: Tx, scope: Scope, plan: AccountPlan, importId: string): Promise<void> {
  const period = periodOf(plan.rows, plan.balance, scope.today)
  if (!period) return
  await tx
    .insert(statementPeriods)
    .values({
      householdId: scope.householdId,
      importId,
      accountId: plan.accountId,
      firstDay: period.from,
      lastDay: period.to,
      stated: period.stated,
      openingMinor: period.opening,
      closingMinor: period.closing,
    })
    .onConflictDoNothing()
}
