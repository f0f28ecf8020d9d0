import { addDays, type CalendarDate, daysBetween } from '#lib/core/calendar.ts'

/** When a login was opened, and on which days how many more were let pass at once; oldest first. */
export type BankClock = { openedOn: CalendarDate; skips: readonly { on: CalendarDate; days: number }[] }

/** The bank's own day: today's, and all that was let pass. */
export const bankDay = ({ skips }: BankClock, today: CalendarDate): CalendarDate =>
  addDays(
    today,
    skips.filter(({ on }) => on <= today).reduce((sum, { days }) => sum + days, 0),
  )

/**
 * The day that the bank's answers call a bank day: the first one on which it had come. Days let pass at once are all called
 * by the day of the skip, so that no row is ever of the future and none changes its date afterwards.
 */
export function calledDay({ skips }: BankClock, day: CalendarDate): CalendarDate {
  let passed = 0
  for (const { on, days } of skips) {
    if (daysBetween(day, addDays(on, passed)) > 0) break
    passed += days
    if (day <= addDays(on, passed)) return on
  }
  return addDays(day, -passed)
}
