import { addDays, daysBetween } from '#lib/core/calendar.ts'
import { normaliseDescriptor } from './identity.ts'
import type { Incoming, Known } from './matchable.ts'

const days = 3
const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

/** How a posted row could be a pending one that came out larger: a tip, or a hold that was only a guess (fuel, a hotel). */
function likeness(row: Incoming, known: Known): 'tip' | 'hold' | null {
  const later = daysBetween(known.date, row.date)
  if (later < 0 || later > days || known.minor < 0n !== row.minor < 0n) return null
  const [before, after] = [size(known.minor) * 100n, size(row.minor) * 100n]
  if (after < before || after > before * 2n) return null
  if (after * 100n <= before * 130n) return 'tip'
  return normaliseDescriptor(known.rawDescription) === normaliseDescriptor(row.rawDescription) ? 'hold' : null
}

/**
 * Posted rows that may be a pending one of the same merchant up to 3 days older: up to 30 % larger, or with the same name up
 * to twice as large. Only where each is the other's one candidate. Places in `rows` to ids; a question, not an answer.
 */
export function postedLarger(
  rows: readonly (Incoming | null)[],
  known: readonly Known[],
): Map<number, string> {
  const waiting = Map.groupBy(
    known.filter((each) => each.status === 'pending' && each.merchantKey !== '' && !each.deleted),
    (each) => `${each.date}|${each.merchantKey}`,
  )
  const found = new Map<number, string>()
  if (waiting.size === 0) return found
  const pairs = rows.flatMap((row, at) => {
    if (row?.status !== 'posted') return []
    const near = Array.from({ length: days + 1 }, (_, back) => addDays(row.date, -back))
    return near
      .flatMap((day) => waiting.get(`${day}|${row.merchantKey}`) ?? [])
      .flatMap((each) => {
        const like = likeness(row, each)
        return like ? [{ at, id: each.id, like }] : []
      })
  })
  const closed = new Set<number | string>()
  for (const like of ['tip', 'hold'] as const) {
    const open = pairs.filter((pair) => pair.like === like && !closed.has(pair.at) && !closed.has(pair.id))
    const count = new Map<number | string, number>()
    for (const key of open.flatMap(({ at, id }) => [at, id])) count.set(key, (count.get(key) ?? 0) + 1)
    for (const { at, id } of open) {
      closed.add(at).add(id)
      if (count.get(at) === 1 && count.get(id) === 1) found.set(at, id)
    }
  }
  return found
}
