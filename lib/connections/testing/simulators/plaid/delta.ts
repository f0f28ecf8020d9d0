import { addDays } from '#lib/core/calendar.ts'
import type { SimulatedBank, SimulatedRow } from '../../simulated-bank.ts'

export type Phase = 'NOT_READY' | 'INITIAL_UPDATE_COMPLETE' | 'HISTORICAL_UPDATE_COMPLETE'

type Rows = ReadonlyMap<string, SimulatedRow>
type Walk = { before: Rows; after: Rows; offset: number; seen: number }
type Change = { kind: 'added' | 'modified' | 'removed'; id: string; row: SimulatedRow }

export type DeltaPage = { changes: Change[]; cursor: string; hasMore: boolean }

/** The cursor stream of one login: every cursor stands for what its reader knows and how far it is in the pages. */
export function deltaStream(bank: SimulatedBank) {
  const walks = new Map<string, Walk>()
  let serial = 0

  const shown = (phase: Phase): Rows => {
    if (phase === 'HISTORICAL_UPDATE_COMPLETE') return new Map(bank.rows)
    const since = addDays(bank.today, -30)
    return new Map([...bank.rows].filter(([, row]) => phase !== 'NOT_READY' && row.date >= since))
  }

  const changesOf = ({ before, after }: Walk): Change[] => [
    ...[...before].flatMap(([id, row]): Change[] => (after.has(id) ? [] : [{ kind: 'removed', id, row }])),
    ...[...after].flatMap(([id, row]): Change[] => {
      const known = before.get(id)
      if (known === row) return []
      return [{ kind: known ? 'modified' : 'added', id, row }]
    }),
  ]

  const keep = (walk: Walk): string => {
    const cursor = `cursor-${++serial}`
    walks.set(cursor, walk)
    return cursor
  }

  /** The next page after a cursor; `mutated` when the rows changed since the page before, null for an unknown cursor. */
  return (cursor: string | null, count: number, phase: Phase): DeltaPage | 'mutated' | null => {
    const at = cursor === null ? null : walks.get(cursor)
    if (cursor !== null && !at) return null
    const walk: Walk =
      at && at.offset > 0
        ? at
        : { before: at?.after ?? new Map(), after: shown(phase), offset: 0, seen: bank.log.length }
    if (walk.offset > 0 && walk.seen !== bank.log.length) return 'mutated'
    const all = changesOf(walk)
    const end = walk.offset + count
    const hasMore = end < all.length
    return {
      changes: all.slice(walk.offset, end),
      cursor: keep(hasMore ? { ...walk, offset: end } : { ...walk, before: walk.after, offset: 0 }),
      hasMore,
    }
  }
}
