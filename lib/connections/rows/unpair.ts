import { plainArray } from '#db/array-literal.ts'
import { bulk, type Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

/** A transfer whose one half changed its amount or left is none any more; a person's own word about the other half stays. */
export async function unpair(tx: Tx, scope: Scope, transferIds: readonly (string | null)[]): Promise<void> {
  const transfers = transferIds.flatMap((id) => id ?? [])
  if (transfers.length === 0) return
  await bulk(
    tx,
    `update transactions set transfer_id = null, version = version + 1,
       kind = case when category_source is distinct from 'user' then 'standard' else kind end
     where household_id = $1 and transfer_id = any($2::uuid[])`,
    [scope.householdId, plainArray(transfers)],
  )
}
