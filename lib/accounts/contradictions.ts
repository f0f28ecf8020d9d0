import { addDays, type CalendarDate } from '#lib/core/calendar.ts'
import { common, type Days } from './months.ts'
import type { Contradiction, CoverageInput, StatedPeriod } from './types.ts'

type Point = { day: CalendarDate; minor: bigint }

/** Every balance somebody stated for the end of a day: at the end of a statement, and before its first row. */
function pointsOf({ balances }: CoverageInput, periods: readonly StatedPeriod[]): Point[] {
  const openings = periods.flatMap(({ from, opening }) =>
    opening === null ? [] : [{ day: addDays(from, -1), minor: opening }],
  )
  const closings = periods.flatMap(({ to, closing }) =>
    closing === null ? [] : [{ day: to, minor: closing }],
  )
  const distinct = new Map<string, Point>()
  for (const point of [...balances, ...closings, ...openings])
    distinct.set(`${point.day}|${point.minor}`, point)
  return [...distinct.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/**
 * Neighbouring stated balances whose difference is not the sum of the rows between them, where statements cover every day
 * between. A balance that was taken in the middle of a day's rows contradicts nothing.
 */
export function contradictionsOf(
  input: CoverageInput,
  periods: readonly StatedPeriod[],
  holes: readonly Days[],
): Contradiction[] {
  const points = pointsOf(input, periods)
  const start = periods[0]?.from
  const end = periods.reduce<CalendarDate | null>((last, { to }) => (last && last > to ? last : to), null)
  if (!start || !end) return []
  const found: Contradiction[] = []
  for (const [at, to] of points.entries()) {
    const from = points[at - 1]
    if (!from || from.day < addDays(start, -1) || to.day > end) continue
    const between = { from: addDays(from.day, 1), to: to.day }
    if (holes.some((hole) => common(hole, between))) continue
    const moved = to.minor - from.minor
    const rows = input.moves.reduce(
      (sum, move) => (move.day > from.day && move.day <= to.day ? sum + move.minor : sum),
      0n,
    )
    if (moved !== rows && !takenInBetween(input, from, to, moved - rows))
      found.push({ from: from.day, to: to.day, rows, moved })
  }
  return found
}

/** Whether `off` is what the last rows of the first day less the last rows of the second come to. */
function takenInBetween({ rowsOn }: CoverageInput, from: Point, to: Point, off: bigint): boolean {
  const before = endings(rowsOn.get(from.day) ?? [])
  const after = endings(rowsOn.get(to.day) ?? [])
  return [...before].some((sum) => after.has(sum - off))
}

/** The sums of the last 0, 1, 2 … rows. */
function endings(rows: readonly bigint[]): Set<bigint> {
  const sums = new Set([0n])
  let sum = 0n
  for (const minor of rows.toReversed()) {
    sum += minor
    sums.add(sum)
  }
  return sums
}
