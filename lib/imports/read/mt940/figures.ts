import { type CalendarDate, dateFromParts, daysBetween, daysInMonth } from '#lib/core/calendar.ts'
import { exponentOf, isCurrencyCode } from '#lib/core/currency.ts'
import { type Amount, markEvidence, readAmount } from '../amount.ts'

/** SWIFT's two-digit years: 80 to 99 are the last century. */
const fullYear = (two: number): number => (two >= 80 ? 1900 + two : 2000 + two)

/** A day written YYMMDD; null when it does not exist. */
export const swiftDay = (text: string): CalendarDate | null =>
  dateFromParts(fullYear(Number(text.slice(0, 2))), Number(text.slice(2, 4)), Number(text.slice(4, 6)))

/** An entry date MMDD in the year that brings it nearest to the value date YYMMDD; null when it does not exist. */
export function entryDay(entry: string, value: string): CalendarDate | null {
  const month = Number(entry.slice(0, 2))
  const day = Number(entry.slice(2, 4))
  const year = fullYear(Number(value.slice(0, 2)))
  // The value day itself may not exist (30 February): its month is near enough to choose the year.
  const near = swiftDay(value) ?? dateFromParts(year, Number(value.slice(2, 4)), 1)
  if (!near) return null
  const distance = (date: CalendarDate) => Math.abs(daysBetween(date, near))
  const candidates = [year, year + 1, year - 1].flatMap((one) => dateFromParts(one, month, day) ?? [])
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** An amount without sign: the mark of decimals is a comma, but a point occurs. */
export function swiftAmount(text: string, currency: string): Amount | null {
  const mark = markEvidence(text)
  return readAmount(text, mark === '.' || mark === 'dot-or-group' ? '.' : ',', exponentOf(currency))
}

/** The day of a balance: banks that count thirty days a month write 31 November, which is the end of that month. */
function balanceDay(text: string): CalendarDate | null {
  const [year, month, day] = [
    fullYear(Number(text.slice(0, 2))),
    Number(text.slice(2, 4)),
    Number(text.slice(4, 6)),
  ]
  if (month < 1 || month > 12 || day > 31) return null
  return dateFromParts(year, month, Math.min(day, daysInMonth(year, month)))
}

export type SwiftBalance = { date: CalendarDate | null; currency: string | null; minor: bigint }

const balance = /^\s*([CD])(\d{6})\s*([A-Z]{3})?\s*([\d.,]+)/

/** `C140507EUR0,`: sign, day, currency and amount; the currency may be left out. Null when it is no balance. */
export function swiftBalance(text: string, fallback: string): SwiftBalance | null {
  const found = balance.exec(text)
  if (!found) return null
  const [, sign, date, code, written] = found
  const currency = code && isCurrencyCode(code) ? code : null
  const amount = swiftAmount(written ?? '', currency ?? fallback)
  return (
    amount && {
      date: balanceDay(date ?? ''),
      currency,
      minor: sign === 'D' ? -amount.minor : amount.minor,
    }
  )
}

/** The currency a balance names, before its amount can be read. */
export const currencyOfBalance = (text: string): string | null => balance.exec(text)?.[3] ?? null
