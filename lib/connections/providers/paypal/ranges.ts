const day = 86_400_000

/** How far back PayPal keeps rows, the longest range of one question, and how far a later pull looks back; in days. */
export const reach = { history: 3 * 365 - 1, range: 31, overlap: 31 }

/** A range of whole seconds, both ends included. */
export type Range = { start: Date; end: Date }

/** What a pull remembers: up to when PayPal's index was complete, and the oldest row that was still pending. */
export type Cursor = { refreshed: string; pendingSince: string | null }

const wholeSecond = (millis: number): Date => new Date(Math.floor(millis / 1000) * 1000)

/** Where a pull begins: three years ago at first, then a month before the last, or at the oldest pending row. */
export function startOf(cursor: Cursor | null, now: Date): Date {
  const oldest = now.getTime() - reach.history * day
  if (!cursor) return wholeSecond(oldest)
  const overlap = Date.parse(cursor.refreshed) - reach.overlap * day
  const pending = cursor.pendingSince ? Date.parse(cursor.pendingSince) : overlap
  return wholeSecond(Math.max(oldest, Math.min(overlap, pending)))
}

/** The questions from `start` to now, oldest first; each shorter than 31 days, none overlapping. */
export function rangesFrom(start: Date, now: Date): Range[] {
  const ranges: Range[] = []
  const last = wholeSecond(now.getTime())
  for (let from = start.getTime(); from <= last.getTime(); from += reach.range * day)
    ranges.push({
      start: new Date(from),
      end: new Date(Math.min(from + reach.range * day - 1000, last.getTime())),
    })
  return ranges
}

/** Both halves; null when there is nothing left to halve. */
export function halve({ start, end }: Range): [Range, Range] | null {
  const middle = wholeSecond((start.getTime() + end.getTime()) / 2)
  if (end.getTime() - start.getTime() < 2000) return null
  return [
    { start, end: middle },
    { start: new Date(middle.getTime() + 1000), end },
  ]
}

/** As PayPal reads it: RFC 3339 with seconds. */
export const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`
