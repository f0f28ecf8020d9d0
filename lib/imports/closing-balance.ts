import type { CalendarDate } from '#lib/core/calendar.ts'
import type { AccountRows } from './spool.ts'

/** What a statement says about the end of a day; `minor` in the account's currency, negative when owed. */
export type StatedBalance = { day: CalendarDate; minor: bigint; available: bigint | null }

/**
 * The balance a statement ends with: its ledger balance, else the running balance of its newest row. Files run either way;
 * which, is told by the dates, and within one day by the arithmetic. Null when the file says nothing.
 */
export function closingBalance(rows: AccountRows): StatedBalance | null {
  const { ledger, available } = rows.read
  if (ledger) {
    const day = ledger.asOf ?? rows.lastDate
    return day ? { day, minor: ledger.minor, available: available?.minor ?? null } : null
  }
  const last = rows.date.length - 1
  const at = runsBackwards(rows) ? 0 : last
  const minor = rows.runningBalance[at]
  const day = rows.date[at]
  return minor === null || minor === undefined || !day || rows.status[at] === 'pending'
    ? null
    : { day, minor, available: available?.minor ?? null }
}

/** Whether a file lists its newest row first. */
export function runsBackwards(rows: AccountRows): boolean {
  const first = rows.date[0]
  const last = rows.date.at(-1)
  if (first && last && first !== last) return first > last
  let forwards = 0
  for (let at = 1; at < rows.date.length; at++) {
    const before = rows.runningBalance[at - 1]
    const after = rows.runningBalance[at]
    if (before === null || before === undefined || after === null || after === undefined) continue
    if (before + (rows.minor[at] ?? 0n) === after) forwards++
    if (after + (rows.minor[at - 1] ?? 0n) === before) forwards--
  }
  return forwards < 0
}
