import { addDays, daysBetween, maxDate } from '#lib/core/calendar.ts'
import { contradictionsOf } from './contradictions.ts'
import { type Days, monthsOf, overlapsOf } from './months.ts'
import type { Coverage, CoverageInput, StatedPeriod } from './types.ts'

const shortestHole = 7
const longestHole = 45

/**
 * Which months an account's statements cover, what no statement covers, what several do, and where balances and rows
 * contradict each other. Null when there is no statement.
 */
export function coverageOf(input: CoverageInput): Coverage | null {
  const periods = input.periods.toSorted(
    (a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) || (a.to < b.to ? -1 : 1),
  )
  const [first] = periods
  if (!first) return null
  const last = periods.map((period) => period.to).reduce(maxDate)
  const tolerated = silenceOf(input.moves, periods)
  const holes = holesBetween(periods, tolerated)
  const due = addDays(input.today, -tolerated)
  const tail =
    !input.fed && daysBetween(last, input.today) > longestHole ? { from: addDays(last, 1), to: due } : null
  if (tail) holes.push(tail)
  const overlaps = overlapsOf(periods)
  const span = { from: first.from, to: tail ? tail.to : last }
  return {
    from: first.from,
    to: last,
    months: monthsOf(span, holes, overlaps),
    holes,
    overlaps,
    contradictions: contradictionsOf(input, periods, holes),
  }
}

/** How long an account may be silent between two files that do not say what they cover: twice its longest silence in one. */
function silenceOf(moves: CoverageInput['moves'], periods: readonly StatedPeriod[]): number {
  let longest = 0
  for (const period of periods) {
    const days = moves.map((move) => move.day).filter((day) => day >= period.from && day <= period.to)
    for (const [at, day] of days.entries())
      longest = Math.max(longest, at === 0 ? 0 : daysBetween(days[at - 1] ?? day, day))
  }
  return Math.min(longestHole, Math.max(shortestHole, longest * 2))
}

/** Gaps that cannot be silence: between stated days any, else long ones, unless the balances on both sides agree. */
function holesBetween(periods: readonly StatedPeriod[], tolerated: number): Days[] {
  const holes: Days[] = []
  let before = periods[0]
  for (const period of periods.slice(1)) {
    if (!before) break
    const length = daysBetween(before.to, period.from) - 1
    const bothStated = before.stated && period.stated
    const sameBalance = before.closing !== null && before.closing === period.opening
    if (length > (bothStated ? 0 : tolerated) && !sameBalance)
      holes.push({ from: addDays(before.to, 1), to: addDays(period.from, -1) })
    if (period.to > before.to || (period.to === before.to && period.closing !== null)) before = period
  }
  return holes
}
