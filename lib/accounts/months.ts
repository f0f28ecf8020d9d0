import {
  addDays,
  addMonths,
  asDate,
  type CalendarDate,
  daysBetween,
  maxDate,
  minDate,
} from '#lib/core/calendar.ts'
import type { CoveredMonth, StatedPeriod } from './types.ts'

/** Days in a row, both included. */
export type Days = { from: CalendarDate; to: CalendarDate }

/** The part of two spans that both hold, or null. */
export function common(a: Days, b: Days): Days | null {
  const from = maxDate(a.from, b.from)
  const to = minDate(a.to, b.to)
  return from <= to ? { from, to } : null
}

const lengthOf = ({ from, to }: Days): number => daysBetween(from, to) + 1

/** Days that several statements hold, joined; one shared day is where a statement ends and the next begins. */
export function overlapsOf(periods: readonly StatedPeriod[]): Days[] {
  const found: Days[] = []
  let reached: CalendarDate | null = null
  for (const { from, to } of periods) {
    if (reached !== null && from < reached) add(found, { from, to: minDate(to, reached) })
    reached = reached === null ? to : maxDate(reached, to)
  }
  return found
}

function add(spans: Days[], next: Days): void {
  const last = spans.at(-1)
  if (!last || next.from > addDays(last.to, 1)) spans.push(next)
  else last.to = maxDate(last.to, next.to)
}

/** Every calendar month that `span` touches, with how much of its part of the span no hole takes. */
export function monthsOf(span: Days, holes: readonly Days[], overlaps: readonly Days[]): CoveredMonth[] {
  const months: CoveredMonth[] = []
  const first = asDate(`${span.from.slice(0, 7)}-01`)
  for (let month = first; month <= span.to; month = addMonths(month, 1)) {
    const days = common(span, { from: month, to: addDays(addMonths(month, 1), -1) })
    if (!days) continue
    const missing = holes.reduce((sum, hole) => {
      const part = common(hole, days)
      return sum + (part ? lengthOf(part) : 0)
    }, 0)
    months.push({
      month,
      state: missing === 0 ? 'covered' : missing >= lengthOf(days) ? 'missing' : 'partial',
      overlapping: overlaps.some((overlap) => common(overlap, days) !== null),
    })
  }
  return months
}
