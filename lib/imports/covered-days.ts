import { type CalendarDate, daysBetween, maxDate, minDate } from '#lib/core/calendar.ts'
import type { AccountRows } from './spool.ts'

export type CoveredDays = { from: CalendarDate; to: CalendarDate; stated: boolean }

/** A bank that answers "all since 1970" states no period; one with rows soon after its start does. */
const longestSilence = 62

/**
 * The days a statement covers: as stated, when that is believable and holds its rows, else from its first to its last row.
 * Null for a file without rows that states nothing.
 */
export function coveredDays(
  { read, firstDate, lastDate }: AccountRows,
  today: CalendarDate,
): CoveredDays | null {
  const stated = read.period
  if (!firstDate || !lastDate) {
    const brief = stated && daysBetween(stated.from, stated.to) <= 366
    return brief ? { from: stated.from, to: upTo(stated, today), stated: true } : null
  }
  if (!stated || stated.from > firstDate || stated.to < lastDate)
    return { from: firstDate, to: lastDate, stated: false }
  const believable = daysBetween(stated.from, firstDate) <= longestSilence
  const from = believable ? stated.from : firstDate
  return { from, to: maxDate(lastDate, upTo(stated, today)), stated: believable }
}

/** A period that reaches into the future covers what has happened. */
const upTo = (stated: { from: CalendarDate; to: CalendarDate }, today: CalendarDate): CalendarDate =>
  maxDate(stated.from, minDate(stated.to, today))
