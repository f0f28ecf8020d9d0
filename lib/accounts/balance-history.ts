import { type CalendarDate, eachDay, maxDate, minDate } from '#lib/core/calendar.ts'
import type { BalancePoint } from './types.ts'

export type BalanceInput = {
  /** Known balance at the end of `asOf`, in minor units. */
  balance: bigint
  asOf: CalendarDate
  /** Movement per day, oldest first, at most one entry per day. */
  moves: readonly { day: CalendarDate; minor: bigint }[]
  from: CalendarDate
  to: CalendarDate
}

/**
 * The balance at the end of each day from `from` to `to`: the known one, minus what moved after a day, plus what moved since.
 * Starts no earlier than the first movement or the known day, because nothing is known before.
 */
export function balancesBackwards({ balance, asOf, moves, from, to }: BalanceInput): BalancePoint[] {
  const first = moves[0] ? minDate(moves[0].day, asOf) : asOf
  const start = maxDate(from, first)
  if (start > to) return []
  const byDay = new Map(moves.map((move) => [move.day, move.minor]))
  const untilKnown = moves.reduce((sum, move) => (move.day <= asOf ? sum + move.minor : sum), 0n)
  let running = moves.reduce((sum, move) => (move.day < start ? sum + move.minor : sum), balance - untilKnown)
  return eachDay(start, to).map((day) => {
    running += byDay.get(day) ?? 0n
    return { day, minor: running }
  })
}
