import { type CalendarDate, daysBetween, minDate, parseDate } from '#lib/core/calendar.ts'
import { customPeriod, type Period, parsePeriod, periodOf } from '#lib/core/period.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Basis } from './types.ts'

export type ChosenPeriod = {
  period: Period
  /** Nobody asked for it: it is the newest one with rows, which is not the current one. */
  fallback: boolean
  current: boolean
  /** The last day that figures are about: today, or the newest row where that is days ago. */
  until: CalendarDate
  /** Set when rows stop some days before the period does (or before today): nothing is known of the days after. */
  rowsEnd: CalendarDate | null
}

/** A row may take this many days to reach us before a page says so. */
const patience = 3

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

/** The period an address asks for; without one the current period, or the newest that has rows. */
export function choosePeriod(
  scope: Scope,
  basis: Pick<Basis, 'newest'>,
  search: Record<string, string | string[] | undefined>,
): ChosenPeriod {
  const [from, to] = [parseDate(one(search.from)), parseDate(one(search.to))]
  const range = from && to ? parsePeriod(customPeriod(from, to).key, scope) : null
  const asked = range ?? parsePeriod(one(search.period), scope)
  const now = periodOf(scope.today, scope)
  const newest = basis.newest ? periodOf(basis.newest, scope) : now
  const period = asked ?? (newest.to < now.from ? newest : now)
  const current = period.from <= scope.today && scope.today <= period.to
  const end = minDate(scope.today, period.to)
  const silent =
    basis.newest !== null &&
    basis.newest >= period.from &&
    basis.newest <= end &&
    daysBetween(basis.newest, end) > patience
  const rowsEnd = silent ? basis.newest : null
  return {
    period,
    fallback: !asked && period.key !== now.key,
    current,
    until: rowsEnd ?? end,
    rowsEnd,
  }
}

/** Where lines over time end: today, or the newest row when nothing came for over a month. */
export const lastKnownDay = (scope: Scope, basis: Pick<Basis, 'newest'>): CalendarDate =>
  basis.newest && daysBetween(basis.newest, scope.today) > 35 ? basis.newest : scope.today
