import { plainArray } from '#db/array-literal.ts'
import type { CalendarDate } from '#lib/core/calendar.ts'

/**
 * What was just written: the days and the amounts (minor units). Both halves of a transfer have one size, so that rows of other
 * sizes need no second look; without `amounts` every row of the days gets one.
 */
export type Touched = { from: CalendarDate; to: CalendarDate; amounts?: ReadonlySet<bigint> }

/** With more sizes than this, one walk through the days is shorter than a search for each. */
const manySizes = 2000

/** The condition that keeps rows `t` of the touched sizes, of either sign, and its parameter, numbered `place`. */
export function ofSizes({ amounts }: Touched, place: number): { where: string; parameter: string[] } {
  if (!amounts || amounts.size > manySizes) return { where: '', parameter: [] }
  const both = new Set([...amounts].flatMap((minor) => [minor, -minor]))
  return { where: `and t.minor = any($${place}::bigint[])`, parameter: [plainArray([...both])] }
}
