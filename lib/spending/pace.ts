import { addDays, type CalendarDate, daysBetween, eachDay, minDate } from '#lib/core/calendar.ts'
import { lengthOf, type Period, type PeriodRule, shiftPeriod } from '#lib/core/period.ts'
import type { Pace } from './types.ts'

/** How many periods before the shown one make the usual. */
export const usualPeriods = 3

/** The periods that one is compared with, newest first: up to three, none from before the first row; a range has none. */
export function comparedPeriods(period: Period, rule: PeriodRule, oldest: CalendarDate | null): Period[] {
  if (period.month === null) return []
  const before = Array.from({ length: usualPeriods }, (_, index) => shiftPeriod(period, -1 - index, rule))
  return before.filter((candidate) => oldest !== null && candidate.to >= oldest)
}

/** Half away from zero. */
export const mean = (sum: bigint, count: number): bigint => {
  const divisor = BigInt(count)
  const half = divisor / 2n
  return (sum < 0n ? sum - half : sum + half) / divisor
}

/** Running sums by day of the period; days past a shorter period's end keep its last value. */
function cumulative(period: Period, perDay: ReadonlyMap<string, bigint>, length: number): bigint[] {
  let running = 0n
  return Array.from({ length }, (_, index) => {
    const day = addDays(period.from, index)
    if (day <= period.to) running += perDay.get(day) ?? 0n
    return running
  })
}

/** Lays the periods over each other, day by day. `perDay` is net spending, positive; `until` is the last day that is known. */
export function paceDays(
  period: Period,
  compared: readonly Period[],
  perDay: ReadonlyMap<string, bigint>,
  until: CalendarDate,
): Pick<Pace, 'days' | 'spent' | 'usual' | 'previous'> {
  const length = lengthOf(period)
  const current = cumulative(period, perDay, length)
  const before = compared.map((other) => cumulative(other, perDay, length))
  const usualAt = (index: number): bigint | null =>
    before.length === 0
      ? null
      : mean(
          before.reduce((sum, line) => sum + (line[index] ?? 0n), 0n),
          before.length,
        )
  const days = eachDay(period.from, period.to).map((date, index) => ({
    date,
    current: date <= until ? (current[index] ?? 0n) : null,
    usual: usualAt(index),
    previous: before[0]?.[index] ?? null,
  }))
  const place = Math.max(0, daysBetween(period.from, minDate(until, period.to)))
  const at = days[place]
  return {
    days,
    spent: at?.current ?? 0n,
    usual: at?.usual ?? null,
    previous: at?.previous ?? null,
  }
}
