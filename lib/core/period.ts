import {
  addDays,
  type CalendarDate,
  dateFromParts,
  daysBetween,
  parseDate,
  partsOf,
  weekdayOf,
} from './calendar.ts'

/** How a household cuts its months; a `Scope` is one. The start day is 1–28. */
export type PeriodRule = {
  readonly monthStartDay: number
  readonly weekendRule: 'none' | 'before' | 'after'
}

/**
 * The household's month, or a range of its own. `key` is the form in addresses: `2026-11`, or `2026-11-03..2026-11-20`.
 * `month` is the calendar month a whole period is named after; null for a range. Both ends are included.
 */
export type Period = { key: string; from: CalendarDate; to: CalendarDate; month: CalendarDate | null }

type MonthIndex = number

const indexOf = (year: number, month: number): MonthIndex => year * 12 + month - 1

/** First day of the period named after this month: its nominal day, moved off a weekend by the rule. */
function startOf(index: MonthIndex, rule: PeriodRule): CalendarDate {
  const nominal = dateFromParts(Math.floor(index / 12), (index % 12) + 1, rule.monthStartDay)
  if (!nominal) throw new RangeError(`A month cannot start on day ${rule.monthStartDay}.`)
  const weekday = weekdayOf(nominal)
  if (weekday < 6 || rule.weekendRule === 'none') return nominal
  return addDays(nominal, rule.weekendRule === 'before' ? 5 - weekday : 8 - weekday)
}

function periodAt(index: MonthIndex, rule: PeriodRule): Period {
  const month = dateFromParts(Math.floor(index / 12), (index % 12) + 1, 1)
  if (!month) throw new RangeError('The year is out of range.')
  return {
    key: month.slice(0, 7),
    from: startOf(index, rule),
    to: addDays(startOf(index + 1, rule), -1),
    month,
  }
}

/** The period that holds a day; the same as the store's `period_start()`. */
export function periodOf(date: CalendarDate, rule: PeriodRule): Period {
  const { year, month } = partsOf(date)
  const index = indexOf(year, month)
  const start = [index + 1, index, index - 1].find((candidate) => startOf(candidate, rule) <= date)
  // A 28 February on a Saturday moves to 2 March: 1 March is still the period of January.
  return periodAt(start ?? index - 2, rule)
}

/** A range of any two days, both included; the earlier one comes first. */
export const customPeriod = (a: CalendarDate, b: CalendarDate): Period => {
  const [from, to] = a <= b ? [a, b] : [b, a]
  return { key: `${from}..${to}`, from, to, month: null }
}

const monthKey = /^(\d{4})-(\d{2})$/

/** Reads what an address says; null when it is no period. Years 1901 to 2199. */
export function parsePeriod(text: string, rule: PeriodRule): Period | null {
  const match = monthKey.exec(text)
  if (match) {
    const [year, month] = [Number(match[1]), Number(match[2])]
    return year > 1900 && year < 2200 && month >= 1 && month <= 12
      ? periodAt(indexOf(year, month), rule)
      : null
  }
  const [first, second, ...rest] = text.split('..')
  const from = parseDate(first ?? '')
  const to = parseDate(second ?? '')
  if (!from || !to || rest.length > 0 || daysBetween(from, to) > 3660) return null
  return customPeriod(from, to)
}

/** `count` periods later (earlier when negative); a range moves by its own length. */
export function shiftPeriod(period: Period, count: number, rule: PeriodRule): Period {
  if (period.month) {
    const { year, month } = partsOf(period.month)
    return periodAt(indexOf(year, month) + count, rule)
  }
  const days = (daysBetween(period.from, period.to) + 1) * count
  return customPeriod(addDays(period.from, days), addDays(period.to, days))
}

export const previousPeriod = (period: Period, rule: PeriodRule): Period => shiftPeriod(period, -1, rule)
export const nextPeriod = (period: Period, rule: PeriodRule): Period => shiftPeriod(period, 1, rule)

export const lengthOf = (period: Period): number => daysBetween(period.from, period.to) + 1

/** Every period from the one of `from` to the one of `to`, oldest first. */
export function eachPeriod(from: CalendarDate, to: CalendarDate, rule: PeriodRule): Period[] {
  const periods: Period[] = []
  for (let period = periodOf(from, rule); period.from <= to; period = nextPeriod(period, rule))
    periods.push(period)
  return periods
}

/** Whether a range begins where a period begins and ends where one ends, so that monthly sums answer it. */
export const isWholePeriods = (from: CalendarDate, to: CalendarDate, rule: PeriodRule): boolean =>
  periodOf(from, rule).from === from && periodOf(to, rule).to === to

/** Whether the calendar month says it all, or the label needs its days. */
export const isCalendarMonth = (rule: PeriodRule): boolean => rule.monthStartDay === 1
