import { type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { readDay, takeApart, type WrittenDay } from '../day.ts'
import type { DateOrder } from '../types.ts'
import type { Period } from './layout.ts'

const numbers = /^(\d{1,2})(?:\/(\d{1,2})|\.(\d{1,2})\.)$/
const named = /^(?:\d{1,2}[ .-]*\p{L}{3,12}\.?|\p{L}{3,12}\.? *\d{1,2})$/u

/** A day and a month without a year, with a year put behind; null when the text is anything else. */
export function withYear(written: string, year: number): string | null {
  const text = written.trim().replace(/^['"]|['"]$/g, '')
  const pair = numbers.exec(text)
  if (pair) {
    const first = Number(pair[1])
    const second = Number(pair[2] ?? pair[3])
    if (first < 1 || second < 1 || Math.min(first, second) > 12 || Math.max(first, second) > 31) return null
    return `${first}/${second}/${year}`
  }
  return named.test(text) ? `${text}${/\d$/.test(text) ? ',' : ''} ${year}` : null
}

/** Takes a day without a year apart, as if of a leap year; null when it is none. */
export function takeYearless(written: string): WrittenDay | null {
  if (written.length > 20) return null
  const text = withYear(written, 2000)
  return text === null ? null : takeApart(text)
}

/** Reads a day without a year as the one nearest to a full day of its row. */
export function readNear(written: string, near: CalendarDate, order: DateOrder): CalendarDate | null {
  const year = Number(near.slice(0, 4))
  const days = [year, year - 1, year + 1].flatMap((one) => readDay(withYear(written, one) ?? '', order) ?? [])
  const distance = (date: CalendarDate) => Math.abs(daysBetween(date, near))
  return days.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** Reads days without a year by the period of the statement: the year that puts the day into it, else nearest to it. */
export function yearlessReader(order: DateOrder, period: Period): (written: string) => CalendarDate | null {
  const first = Number(period.from.slice(0, 4))
  const last = Number(period.to.slice(0, 4))
  const years = Array.from({ length: Math.min(3, last - first + 1) }, (_, index) => last - index)
  const seen = new Map<string, CalendarDate | null>()
  const read = (written: string): CalendarDate | null => {
    const days = years
      .map((year) => readDay(withYear(written, year) ?? '', order))
      .filter((day) => day !== null)
    const inside = days.find((day) => day >= period.from && day <= period.to)
    return inside ?? days.find((day) => day <= period.to) ?? days[0] ?? null
  }
  return (written) => {
    const known = seen.get(written)
    if (known !== undefined) return known
    const day = read(written)
    if (seen.size < 1000) seen.set(written, day)
    return day
  }
}
