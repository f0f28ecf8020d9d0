import { addDays, type CalendarDate, minDate, weekdayOf } from '#lib/core/calendar.ts'
import { exponentOf } from '#lib/core/currency.ts'
import type { Money } from '#lib/core/money.ts'
import type { Period, PeriodRule } from '#lib/core/period.ts'
import type { Scope } from '#lib/core/scope.ts'
import { formatAsOf, formatDateRange, formatMonth } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import { type RowsFilter, rowsHref } from './links.ts'
import { noCategory } from './no-category.ts'
import type {
  Cashflow,
  Excluded,
  FigureExplanation,
  NetWorth,
  Pace,
  Spending,
  SpendingGroup,
} from './types.ts'

/** Major units for a chart's axis; exact figures go through `Amount`. */
export const chartNumber = (minor: bigint, currency: string): number =>
  Number(minor) / 10 ** exponentOf(currency)

/** `November`, `Tháng 11`; with the year when it is not this one; the days where the period is no calendar month. */
export function periodName(period: Period, rule: PeriodRule, today: CalendarDate, locale: Locale): string {
  if (!period.month || rule.monthStartDay !== 1) return formatDateRange(period.from, period.to, locale)
  return formatMonth(period.month, locale, period.month.slice(0, 4) !== today.slice(0, 4))
}

/** A part of a whole, 0 to 1; null when there is no whole or the part is not one. */
export const shareOf = (part: bigint, whole: bigint): number | null =>
  whole <= 0n || part <= 0n ? null : Math.min(1, Number((part * 10_000n) / whole) / 10_000)

/** The end of a scale that starts at zero: the largest value, at least one minor unit. */
export function largestOf(values: readonly bigint[]): bigint {
  let most = 1n
  for (const value of values) if (value > most) most = value
  return most
}

/** The running lines of a pace, in major units, each day with the rows up to it. */
export const paceView = (pace: Pace) =>
  pace.days.map((day) => ({
    date: day.date,
    current: day.current === null ? null : chartNumber(day.current, pace.currency),
    usual: day.usual === null ? null : chartNumber(day.usual, pace.currency),
    href: rowsHref({ from: day.date, to: day.date, counts: 'spending' }),
  }))

/** Differences below a fiftieth of the usual are none. */
export function comparePace(pace: Pace): { change: 'more' | 'less' | 'same'; difference: bigint } | null {
  if (pace.usual === null || pace.usual <= 0n) return null
  const difference = pace.spent - pace.usual
  const size = difference < 0n ? -difference : difference
  const change = size * 50n < pace.usual ? 'same' : difference < 0n ? 'less' : 'more'
  return { change, difference: size }
}

export const cashflowView = (flow: Cashflow, today: CalendarDate) =>
  flow.data.map((point) => ({
    month: monthOf(point.from, point.to),
    income: chartNumber(point.income, flow.currency),
    spending: chartNumber(point.spending, flow.currency),
    href: rowsHref({ from: point.from, to: point.to }),
    partial: point.to >= today && point.from <= today,
  }))

/** A period that starts late in a month carries the name of the month it starts in. */
const monthOf = (from: CalendarDate, to: CalendarDate): CalendarDate =>
  from.endsWith('-01') ? from : minDate(addDays(from, 3), to)

/** Income and spending of all stretches, and whole percent kept. */
export function keptOver(flow: Cashflow): { income: Money; spending: Money; net: Money } {
  const total = { income: 0n, spending: 0n, net: 0n }
  for (const point of flow.data) {
    total.income += point.income
    total.spending += point.spending
    total.net += point.net
  }
  const of = (minor: bigint): Money => ({ minor, currency: flow.currency })
  return { income: of(total.income), spending: of(total.spending), net: of(total.net) }
}

export type ShownBar = {
  key: string
  label: string
  slot: number | null
  amount: Money
  usual: Money | null
  href: string
}

export type BarsInput = {
  spending: Spending
  usual: ReadonlyMap<string, bigint> | null
  by: 'category' | 'merchant'
  period: Pick<Period, 'from' | 'to'>
  accountId?: string
  shown: number
  /** Names and addresses of the last bar, which holds all the others. */
  rest: { label: string; href: string }
}

/** The largest groups and one bar for the rest. All bars add up to the total. */
export function barsView({ spending, usual, by, period, accountId, shown, rest }: BarsInput): ShownBar[] {
  const { currency } = spending
  const money = (minor: bigint): Money => ({ minor, currency })
  const known = (key: string) => (usual ? money(usual.get(key) ?? 0n) : null)
  const top = spending.data.slice(0, shown)
  const bars = top.map((group) => ({
    key: group.key,
    label: group.label,
    slot: by === 'category' ? (group.color ?? null) : 1,
    amount: money(group.net),
    usual: known(group.key),
    href: groupHref(group, by, { ...period, accountId }),
  }))
  const left = spending.total.net - top.reduce((sum, group) => sum + group.net, 0n)
  if (spending.data.length <= shown && left === 0n) return bars
  const others = usual && [...usual].filter(([key]) => !top.some((group) => group.key === key))
  const restUsual = others && money(others.reduce((sum, [, minor]) => sum + minor, 0n))
  return [
    ...bars,
    { key: 'rest', label: rest.label, slot: null, amount: money(left), usual: restUsual, href: rest.href },
  ]
}

/** The rows behind a bar. */
export const groupHref = (
  group: Pick<SpendingGroup, 'key'>,
  by: 'category' | 'merchant',
  { from, to, accountId }: Pick<Period, 'from' | 'to'> & { accountId?: string },
): string =>
  rowsHref({
    from,
    to,
    accountId,
    counts: 'spending',
    ...(by === 'merchant'
      ? { merchant: group.key }
      : { categoryId: group.key === noCategory ? 'none' : group.key }),
  })

/** Bars a fifth or more over their usual, and by a noticeable part of the whole. */
export function unusualBars(bars: readonly ShownBar[]): ShownBar[] {
  const total = bars.reduce((sum, bar) => sum + bar.amount.minor, 0n)
  return bars.filter((bar) => {
    if (bar.key === 'rest' || !bar.usual || bar.usual.minor <= 0n) return false
    const over = bar.amount.minor - bar.usual.minor
    return over * 5n >= bar.usual.minor && over * 50n >= total
  })
}

export type HeatView = {
  days: { date: CalendarDate; amount: number; href: string }[]
  /** Mean of a weekend day over mean of a weekday, in percent; null where one of them is nothing. */
  weekendPercent: number | null
}

/** Spending of each day of a range, days without rows included. */
export function heatView(spending: Spending, dates: readonly CalendarDate[]): HeatView {
  const net = new Map(spending.data.map((group) => [group.key, group.net]))
  const sums = { weekend: 0, weekday: 0, weekends: 0, weekdays: 0 }
  const days = dates.map((date) => {
    const amount = chartNumber(net.get(date) ?? 0n, spending.currency)
    const weekend = weekdayOf(date) > 5
    sums[weekend ? 'weekend' : 'weekday'] += amount
    sums[weekend ? 'weekends' : 'weekdays'] += 1
    return { date, amount, href: rowsHref({ from: date, to: date, counts: 'spending' }) }
  })
  const [weekend, weekday] = [sums.weekend / sums.weekends, sums.weekday / sums.weekdays]
  return { days, weekendPercent: weekend > 0 && weekday > 0 ? Math.round((weekend / weekday) * 100) : null }
}

/** Net worth from the first point at which as much is known as today: an account that joins late makes no jump. */
export function worthView({ currency, data }: NetWorth) {
  const missing = data.at(-1)?.missing ?? 0
  const start = data.findIndex((point) => point.missing <= missing)
  return data.slice(Math.max(0, start)).map((point) => ({
    date: point.date,
    minor: point.net,
    balance: chartNumber(point.net, currency),
    href: rowsHref({ to: point.date }),
  }))
}

const opens: Partial<Record<Excluded['reason'], RowsFilter['counts']>> = {
  pending: 'pending',
  excluded: 'excluded',
  transfer: 'transfer',
  card_payment: 'card_payment',
  investment: 'investment',
  income: 'income',
  spending: 'spending',
  refund: 'refund',
  one_off: 'one_off',
}

/** The rows that were left out for a reason; undefined where no filter of the list says just that. */
export function exclusionHref(entry: Excluded, base: RowsFilter): string | undefined {
  const opened = opens[entry.reason]
  return opened && rowsHref({ ...base, counts: opened })
}

/** An explanation in words: the reasons translated, sums beside them, links to the rows. */
export function explanationView(
  { figure, included, excluded, asOf }: FigureExplanation,
  scope: Pick<Scope, 'locale' | 'now' | 'timeZone'>,
) {
  const t = translatorFor(scope.locale, 'spending')
  const { from, to, accountId } = figure
  const categoryId = figure.categoryId === noCategory ? 'none' : figure.categoryId
  const base = { from, to, accountId, categoryId, merchant: figure.merchantKey }
  const counts =
    figure.kind === 'net' ? undefined : figure.kind === 'income' ? 'income' : ('spending' as const)
  return {
    included: { count: included.count, total: included.total, href: rowsHref({ ...base, counts }) },
    excluded: excluded.map((entry) => ({
      reason: t(`reasons.${entry.reason}`),
      count: entry.count,
      total: entry.amount,
      href: exclusionHref(entry, base),
    })),
    asOf: asOf ? formatAsOf(asOf, scope.now, scope.locale, scope.timeZone) : undefined,
    note: excluded.some((entry) => entry.reason === 'one_off') ? t('oneOffNote') : undefined,
  }
}
