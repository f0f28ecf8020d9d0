import { type CalendarDate, dateFromParts } from '#lib/core/calendar.ts'
import { takeApart } from '../day.ts'
import type { DateOrder } from '../types.ts'

/** A written day of three numbers, or one whose order is in its writing. */
export type QifDay =
  | { form: 'sure'; date: CalendarDate | null }
  | { form: 'open'; numbers: readonly [number, number, number]; year: (text: number) => number }

const numbers = /^(\d{1,2})([/.-]'?|['’])(\d{1,2})([/.-]['’]?|['’])(\d{1,4})$/

/** Two digits turn at 70: 69 is 2069, 70 is 1970. An apostrophe means 2000 and later; 100 is the year 2000 counted from 1900. */
const yearBy =
  (apostrophe: boolean) =>
  (year: number): number => {
    if (year >= 1000) return year
    if (year >= 100) return 1900 + year
    return apostrophe || year < 70 ? 2000 + year : 1900 + year
  }

/** Takes a day such as `1/ 2' 7`, `31.12.2007` or `2007-12-31` apart; null when it is none. */
export function takeQifDay(written: string): QifDay | null {
  if (written.length > 40) return null
  const tight = written.replace(/\s*([/.'’-])\s*/g, '$1').trim()
  const found = numbers.exec(tight)
  if (found)
    return {
      form: 'open',
      numbers: [Number(found[1]), Number(found[3]), Number(found[5])],
      year: yearBy(/['’]/.test(found[4] ?? '')),
    }
  const parts = takeApart(tight)
  if (!parts) return null
  if (parts.form !== 'pair') return { form: 'sure', date: dateFromParts(parts.year, parts.month, parts.day) }
  return { form: 'open', numbers: [parts.first, parts.second, parts.year], year: (year) => year }
}

/** The day in a given order; null when there is no such day. */
export function qifDay(written: string, order: DateOrder): CalendarDate | null {
  const day = takeQifDay(written)
  if (!day) return null
  if (day.form === 'sure') return day.date
  const [a, b, c] = day.numbers
  if (order === 'ymd') return dateFromParts(day.year(a), b, c)
  return order === 'mdy' ? dateFromParts(day.year(c), a, b) : dateFromParts(day.year(c), b, a)
}
