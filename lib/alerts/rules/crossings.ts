import type { CalendarDate } from '#lib/core/calendar.ts'
import type { BalancePoint } from './rule.ts'

/** A stretch of days below the first line, told of once for each line it fell through. */
export type Crossing = { since: CalendarDate; day: CalendarDate; level: number; minor: bigint }

const levelOf = (minor: bigint, lines: readonly bigint[]): number =>
  lines.filter((line) => minor < line).length

/**
 * Finds where a balance fell below `lines` (highest first): one crossing per stretch and line. A small move inside a stretch
 * is none, a fall through the next line is, and so is a new stretch after it had recovered.
 */
export function crossings(points: readonly BalancePoint[], lines: readonly bigint[]): Crossing[] {
  const found: Crossing[] = []
  let since: CalendarDate | null = null
  let deepest = 0
  for (const { day, minor } of points) {
    const level = levelOf(minor, lines)
    if (level === 0) {
      since = null
      deepest = 0
      continue
    }
    since ??= day
    if (level > deepest) found.push({ since, day, level, minor })
    deepest = Math.max(deepest, level)
  }
  return found
}

/** The deepest crossing of the stretch that still lasts at the end, or null when the balance is above the line. */
export function currentCrossing(points: readonly BalancePoint[], lines: readonly bigint[]): Crossing | null {
  const last = points.at(-1)
  if (!last || levelOf(last.minor, lines) === 0) return null
  const deepest = crossings(points, lines).at(-1)
  return deepest ? { ...deepest, day: last.day, minor: last.minor } : null
}
