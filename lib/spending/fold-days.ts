import {
  addDays,
  addMonths,
  asDate,
  type CalendarDate,
  maxDate,
  minDate,
  partsOf,
  weekdayOf,
} from '#lib/core/calendar.ts'
import { eachPeriod, type PeriodRule } from '#lib/core/period.ts'

export type Interval = 'day' | 'week' | 'month' | 'quarter' | 'year'
export type Stretch = { from: CalendarDate; to: CalendarDate }

function startOf(day: CalendarDate, interval: 'week' | 'quarter' | 'year'): CalendarDate {
  if (interval === 'week') return addDays(day, 1 - weekdayOf(day))
  const { year, month } = partsOf(day)
  const first = interval === 'year' ? 1 : month - ((month - 1) % 3)
  return asDate(`${year}-${String(first).padStart(2, '0')}-01`)
}

const after = (start: CalendarDate, interval: 'week' | 'quarter' | 'year'): CalendarDate =>
  interval === 'week' ? addDays(start, 7) : addMonths(start, interval === 'year' ? 12 : 3)

/** Cuts a range at the borders of an interval, oldest first; the first and the last may be shorter. Months are the household's. */
export function stretchesOf(
  from: CalendarDate,
  to: CalendarDate,
  interval: Interval,
  rule: PeriodRule,
): Stretch[] {
  const cut = (stretch: Stretch): Stretch => ({
    from: maxDate(stretch.from, from),
    to: minDate(stretch.to, to),
  })
  if (interval === 'month') return eachPeriod(from, to, rule).map(cut)
  const stretches: Stretch[] = []
  let start = interval === 'day' ? from : startOf(from, interval)
  while (start <= to) {
    const next = interval === 'day' ? addDays(start, 1) : after(start, interval)
    stretches.push(cut({ from: start, to: addDays(next, -1) }))
    start = next
  }
  return stretches
}

/** Index of the stretch that holds a day; stretches are in order and without gaps. */
export function stretchAt(stretches: readonly Stretch[], day: string): number {
  let low = 0
  let high = stretches.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const stretch = stretches[middle]
    if (stretch && day > stretch.to) low = middle + 1
    else high = middle
  }
  return low
}
