import { addDays, type CalendarDate, dateInZone, daysBetween, partsOf } from '#lib/core/calendar.ts'
import { exponentOf } from '#lib/core/currency.ts'
import { type Money, toDecimal } from '#lib/core/money.ts'
import { type Locale, languageTags } from './locales.ts'

export type SignDisplay = 'auto' | 'always' | 'never'

export type MoneyFormat = {
  /** `auto` shows a minus only, `always` also a plus, `never` drops both. */
  sign?: SignDisplay
  /** Show the currency's decimals; without them the figure is rounded half away from zero. */
  cents?: boolean
  /** The ISO code in place of the symbol, for lists with several currencies. */
  code?: boolean
}

export const minus = '\u2212'

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(languageTags[locale], options)
  numberFormats.set(key, made)
  return made
}

/** TypeScript's name for a decimal text, which Intl formats exactly (no float on the way). */
const exact = (decimal: string): Intl.StringNumericLiteral => decimal as Intl.StringNumericLiteral

const withSign = (text: string, negative: boolean, sign: SignDisplay): string => {
  const shownZero = !/[1-9]/.test(text)
  if (sign === 'never' || shownZero) return text
  return negative ? minus + text : sign === 'always' ? `+${text}` : text
}

/** An exact amount: `−$1,234.56`, `−1.234.567 ₫`. The minus is U+2212; a rounded zero has no sign. */
export function formatMoney(money: Money, locale: Locale, format: MoneyFormat = {}): string {
  const digits = format.cents === false ? 0 : exponentOf(money.currency)
  const formatter = numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: format.code ? 'code' : 'symbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const decimal = toDecimal(money).replace('-', '')
  return withSign(formatter.format(exact(decimal)), money.minor < 0n, format.sign ?? 'auto')
}

/** An amount in major units from a chart: exact decimals up to 2^53, `$2,184.00`. */
export function formatChartAmount(
  value: number,
  locale: Locale,
  currency: string,
  format: MoneyFormat = {},
): string {
  const minor = BigInt(Math.round(value * 10 ** exponentOf(currency)))
  return formatMoney({ minor, currency }, locale, format)
}

/** Axis labels: `$12.3K`, `12,3 N ₫`. `value` is in major units. The exact figure belongs in the tooltip. */
export function formatCompactMoney(value: number, locale: Locale, currency: string): string {
  const formatter = numberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  })
  return withSign(formatter.format(Math.abs(value)), value < 0, 'auto')
}

/** `12,345`, `12.345`; at most `decimals` decimals. */
export function formatNumber(value: number | bigint, locale: Locale, decimals = 0): string {
  const formatter = numberFormat(locale, { maximumFractionDigits: decimals })
  return formatter.format(value).replace('-', minus)
}

/** A share of one: 0.126 is `13%`. */
export function formatPercent(share: number, locale: Locale, decimals = 0): string {
  const formatter = numberFormat(locale, { style: 'percent', maximumFractionDigits: decimals })
  return formatter.format(share).replace('-', minus)
}

/** `820 bytes`, `12 kB`, `1.4 MB`. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const formatter = numberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  })
  return formatter.format(bytes / 1000 ** step)
}

/** `a, b and c` in the language's way. */
export const formatList = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(languageTags[locale], { type: 'conjunction' }).format(items)

/** What a language calls a country of two letters: `Finland`, `Phần Lan`. */
export const formatCountryName = (country: string, locale: Locale): string =>
  new Intl.DisplayNames(languageTags[locale], { type: 'region' }).of(country) ?? country

/** A currency's name: `US dollar`, `Đồng Việt Nam`. */
export const formatCurrencyName = (currency: string, locale: Locale): string =>
  new Intl.DisplayNames(languageTags[locale], { type: 'currency' }).of(currency) ?? currency

const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = dateFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(languageTags[locale], options)
  dateFormats.set(key, made)
  return made
}

const noonOf = (date: CalendarDate): Date => new Date(`${date}T12:00:00Z`)

const dayPart = (date: CalendarDate, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { ...options, timeZone: 'UTC' }).format(noonOf(date))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Three letters in English, `thg 11` in Vietnamese. */
const shortMonth = (date: CalendarDate, locale: Locale): string =>
  locale === 'vi' ? `thg ${partsOf(date).month}` : dayPart(date, locale, { month: 'short' })

/** `12 Nov`, `12 thg 11`. */
export const formatDayMonth = (date: CalendarDate, locale: Locale): string =>
  `${partsOf(date).day} ${shortMonth(date, locale)}`

/** `12 Nov 2026`, `12 thg 11, 2026`. */
export const formatDate = (date: CalendarDate, locale: Locale): string =>
  `${formatDayMonth(date, locale)}${locale === 'vi' ? ',' : ''} ${partsOf(date).year}`

/** `Friday`, `Thứ Sáu`. */
export const formatWeekday = (date: CalendarDate, locale: Locale, width: 'long' | 'short' = 'long'): string =>
  dayPart(date, locale, { weekday: width })

/** `Monday 23 November 2026`, `Thứ Hai, 23 tháng 11, 2026`: for titles and screen readers. */
export function formatFullDate(date: CalendarDate, locale: Locale): string {
  const { day, month, year } = partsOf(date)
  const weekday = formatWeekday(date, locale)
  if (locale === 'vi') return `${weekday}, ${day} tháng ${month}, ${year}`
  return `${weekday} ${day} ${dayPart(date, locale, { month: 'long' })} ${year}`
}

function nearDay(date: CalendarDate, today: CalendarDate, locale: Locale): string | null {
  const away = daysBetween(today, date)
  if (away < -1 || away > 1) return null
  return capital(new Intl.RelativeTimeFormat(languageTags[locale], { numeric: 'auto' }).format(away, 'day'))
}

/** Today, Yesterday, the weekday within the last 7 days, then `12 Nov`, with the year when it is another one. */
export function formatDay(date: CalendarDate, today: CalendarDate, locale: Locale): string {
  const near = nearDay(date, today, locale)
  if (near) return near
  if (date < today && date > addDays(today, -7)) return capital(formatWeekday(date, locale))
  return partsOf(date).year === partsOf(today).year ? formatDayMonth(date, locale) : formatDate(date, locale)
}

/** The heading over a day's rows: `Today`, `Friday 20 Nov`, `12 Nov 2025`. */
export function formatDayHeading(date: CalendarDate, today: CalendarDate, locale: Locale): string {
  const near = nearDay(date, today, locale)
  if (near) return near
  if (partsOf(date).year !== partsOf(today).year) return formatDate(date, locale)
  return `${capital(formatWeekday(date, locale))}${locale === 'vi' ? ',' : ''} ${formatDayMonth(date, locale)}`
}

/** `November`, `Tháng 11`; `November 2025` when `withYear`. `month` is any day of it. */
export function formatMonth(month: CalendarDate, locale: Locale, withYear = false): string {
  const parts = partsOf(month)
  if (locale === 'vi') return withYear ? `Tháng ${parts.month}, ${parts.year}` : `Tháng ${parts.month}`
  const name = dayPart(month, locale, { month: 'long' })
  return withYear ? `${name} ${parts.year}` : name
}

/** For axes: `Nov`, `T11`. */
export const formatMonthShort = (month: CalendarDate, locale: Locale): string =>
  locale === 'vi' ? `T${partsOf(month).month}` : shortMonth(month, locale)

/** `1–23 Nov`, `28 Oct – 3 Nov`, years only when they differ. */
export function formatDateRange(from: CalendarDate, to: CalendarDate, locale: Locale): string {
  if (from === to) return formatDate(from, locale)
  const sameYear = partsOf(from).year === partsOf(to).year
  if (!sameYear) return `${formatDate(from, locale)} – ${formatDate(to, locale)}`
  const sameMonth = partsOf(from).month === partsOf(to).month
  const start = sameMonth ? `${partsOf(from).day}–` : `${formatDayMonth(from, locale)} – `
  return start + formatDate(to, locale)
}

/** The clock in a zone, 24 hours: `14:05`. */
export const formatTime = (instant: Date, locale: Locale, timeZone: string): string =>
  dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(instant)

/** `12 Nov 2026, 14:05`, in a zone. */
export const formatInstant = (instant: Date, locale: Locale, timeZone: string): string =>
  `${formatDate(dateInZone(instant, timeZone), locale)}, ${formatTime(instant, locale, timeZone)}`

/** For "as of …": `14:05` today, `yesterday`, `3 days ago` within a week, else the date. */
export function formatAsOf(instant: Date, now: Date, locale: Locale, timeZone: string): string {
  const day = dateInZone(instant, timeZone)
  const away = daysBetween(dateInZone(now, timeZone), day)
  if (away === 0) return formatTime(instant, locale, timeZone)
  if (away < -6 || away > 0) return formatDate(day, locale)
  return new Intl.RelativeTimeFormat(languageTags[locale], { numeric: 'auto' }).format(away, 'day')
}
