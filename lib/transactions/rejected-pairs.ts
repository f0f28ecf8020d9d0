import { bulk, type Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import { pairKey } from './pair-legs.ts'

/** Pairs that the user said are none, by `pairKey`. */
export async function rejectedPairs(tx: Tx, scope: Scope): Promise<Set<string>> {
  const rows = await bulk<{ a: string; b: string }>(
    tx,
    'select a, b from rejected_transfers where household_id = $1',
    [scope.householdId],
  )
  return new Set(rows.map(({ a, b }) => pairKey(a, b)))
}
