import { type CalendarDate, daysBetween } from '#lib/core/calendar.ts'
import { readDay, takeApart } from '../day.ts'
import { namesDay } from './headers.ts'
import type { Columns, Preamble } from './layout.ts'

type Order = 'dmy' | 'mdy'
type Rows = readonly (readonly string[])[]

const orders = ['dmy', 'mdy'] as const
const looked = 300
/** Booking, purchase and value of one payment lie this close together; months apart they are something else. */
const close = 10
const far = 20

const only = (fits: (order: Order) => boolean): Order | null => {
  const [first, second] = orders.filter(fits)
  return first && !second ? first : null
}

const isPair = (cell: string): boolean => takeApart(cell)?.form === 'pair'

/** The order under which days of one row lie close together, when the other puts them months apart. */
function orderByGap(pairs: readonly (readonly [string, string])[]): Order | null {
  const widest = (order: Order): number | null => {
    let most = 0
    for (const [a, b] of pairs) {
      const [first, second] = [readDay(a, order), readDay(b, order)]
      if (!first || !second) return null
      most = Math.max(most, Math.abs(daysBetween(first, second)))
    }
    return most
  }
  const gap = { dmy: widest('dmy'), mdy: widest('mdy') }
  const other = { dmy: gap.mdy, mdy: gap.dmy }
  return only((order) => {
    const [own, rival] = [gap[order], other[order]]
    return own !== null && own <= close && (rival === null || rival > far)
  })
}

/**
 * What the other columns of days say about the order of the first: their own, and how far they are from it. A day that a
 * header does not call one of the payment's may be any other: due a month later, the 5th reads like the day after the 4th.
 */
function orderByColumns(rows: Rows, headers: readonly string[], { date }: Columns): Order | null {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const found = new Set<Order>()
  for (let at = 0; at < width; at++) {
    if (at === date || (headers.length > 0 && !namesDay(headers[at] ?? ''))) continue
    const pairs = rows.flatMap((row): [string, string][] => {
      const [own, other] = [row[date]?.trim() ?? '', row[at]?.trim() ?? '']
      return isPair(own) && isPair(other) ? [[own, other]] : []
    })
    if (pairs.length === 0) continue
    const order = orderByGap(pairs)
    if (order) found.add(order)
  }
  return only((order) => found.has(order))
}

/** The order under which the statement's own days enclose all days of the table. */
function orderByPeriod(rows: Rows, { date }: Columns, stated: Preamble['stated']): Order | null {
  if (!stated?.every(isPair)) return null
  const days = rows.map((row) => row[date]?.trim() ?? '').filter(isPair)
  const within = (day: CalendarDate | null, from: CalendarDate, to: CalendarDate) =>
    day !== null && day >= from && day <= to
  return only((order) => {
    const [from, to] = [readDay(stated[0], order), readDay(stated[1], order)]
    return from !== null && to !== null && days.every((day) => within(readDay(day, order), from, to))
  })
}

/** The order of day and month as the rest of the file tells it; null when it does not. */
export function orderBeside(
  all: Rows,
  headers: readonly string[],
  columns: Columns,
  stated: Preamble['stated'],
): Order | null {
  const rows = all.slice(0, looked)
  return orderByPeriod(rows, columns, stated) ?? orderByColumns(rows, headers, columns)
}
