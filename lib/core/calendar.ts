/** A day as banks book it, `YYYY-MM-DD`: no time, no zone, so no zone can move it. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMillis = 86_400_000

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days in a month; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** The date of these parts, or null when that day does not exist (31 February). */
export function dateFromParts(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return null
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate
}

/** Reads `YYYY-MM-DD`; null when the text is not a day that exists. */
export function parseDate(text: string): CalendarDate | null {
  const match = shape.exec(text)
  return match ? dateFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Like parseDate, for texts that are known to be dates; throws RangeError otherwise. */
export function asDate(text: string): CalendarDate {
  const date = parseDate(text)
  if (!date) throw new RangeError(`'${text}' is not a calendar date (YYYY-MM-DD).`)
  return date
}

const toMillis = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`)
const fromMillis = (millis: number): CalendarDate =>
  new Date(millis).toISOString().slice(0, 10) as CalendarDate

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromMillis(toMillis(date) + days * dayMillis)

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number =>
  Math.round((toMillis(b) - toMillis(a)) / dayMillis)

/** The same day `months` later, clamped to the end of a shorter month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = (index % 12) + 1
  return asDate(
    `${targetYear}-${String(targetMonth).padStart(2, '0')}-${String(Math.min(day, daysInMonth(targetYear, targetMonth))).padStart(2, '0')}`,
  )
}

export const partsOf = (date: CalendarDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** ISO weekday: Monday is 1, Sunday is 7. */
export const weekdayOf = (date: CalendarDate): number => ((new Date(toMillis(date)).getUTCDay() + 6) % 7) + 1

export const minDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)
export const maxDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b)

/** The calendar day of an instant in an IANA zone. */
export function dateInZone(instant: Date, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return asDate(parts.format(instant))
}

/** Every day from `from` to `to`, both included. */
export function eachDay(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
