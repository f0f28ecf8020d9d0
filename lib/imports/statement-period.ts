import { statementPeriods } from '#db/schema/imports.ts'
import type { Tx } from '#db/scope.ts'
import { addDays, type CalendarDate, daysBetween, maxDate, minDate } from '#lib/core/calendar.ts'
import type { Scope } from '#lib/core/scope.ts'
import { runsBackwards, type StatedBalance } from './closing-balance.ts'
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

/** A bank that answers "all since 1970" states no period; one with rows soon after its start does. */
const longestSilence = 62

/**
 * The days a statement covers: as stated, when that is believable and holds its rows, else from its first to its last row.
 * Null for a file without rows that states nothing.
 */
export function periodOf(
  rows: AccountRows,
  balance: StatedBalance | null,
  today: CalendarDate,
): StatementPeriod | null {
  const days = daysOf(rows, today)
  if (!days) return null
  const closing = balance?.day === days.to ? balance.minor : null
  return { ...days, opening: openingOf(rows, days.from), closing }
}

function daysOf({ read, firstDate, lastDate }: AccountRows, today: CalendarDate) {
  const stated = read.period
  if (!firstDate || !lastDate) {
    const brief = stated && daysBetween(stated.from, stated.to) <= 366
    return brief ? { from: stated.from, to: upTo(stated, today), stated: true } : null
  }
  if (!stated || stated.from > firstDate || stated.to < lastDate)
    return { from: firstDate, to: lastDate, stated: false }
  const believable = daysBetween(stated.from, firstDate) <= longestSilence
  const from = believable ? stated.from : firstDate
  return { from, to: maxDate(lastDate, upTo(stated, today)), stated: believable }
}

/** A period that reaches into the future covers what has happened. */
const upTo = (stated: { from: CalendarDate; to: CalendarDate }, today: CalendarDate): CalendarDate =>
  maxDate(stated.from, minDate(stated.to, today))

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
