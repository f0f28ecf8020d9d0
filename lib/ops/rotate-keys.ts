import 'server-only'
import { withOperator } from '#db/scope.ts'
import {
  currentMasterKey,
  forgetFormerKey,
  formerKeyIds,
  isRotationBegun,
  replaceMasterKey,
} from '#lib/secrets/master-key.ts'
import { type RowName, type SealedTable, sealedTables } from './sealed-rows.ts'

/** `finished`: an interrupted rotation was completed, no further key was made. Counts are of rows wrapped again. */
export type Rotation = {
  key: string
  finished: boolean
  rewrapped: Record<string, number>
  unreadable: number
  former: string[]
}

const batch = 100
const start: RowName = { household: '', id: '' }

/** Where a test may stop the work: `made`, `kept`, or a table's name after each of its batches. */
type OnStep = (step: string) => void

/**
 * Gives the instance a new master key and wraps every stored data key with it. May be killed at any moment and run again: an
 * unfinished rotation is finished before a new one begins. The former key stays, for backups made until now.
 */
export async function rotateKeys(onStep: OnStep = () => undefined): Promise<Rotation> {
  const unfinished = !isRotationBegun() && (await keysInUse()).some((id) => formerKeyIds().includes(id))
  const finished = unfinished || isRotationBegun()
  if (!unfinished) replaceMasterKey(onStep)
  const rewrapped: Record<string, number> = {}
  let unreadable = 0
  for (const table of sealedTables) {
    const done = await rewrapTable(table, onStep)
    rewrapped[table.table] = done.rows
    unreadable += done.unreadable
  }
  return { key: currentMasterKey().id, finished, rewrapped, unreadable, former: formerKeyIds() }
}

async function rewrapTable(
  table: SealedTable,
  onStep: OnStep,
): Promise<{ rows: number; unreadable: number }> {
  let after = start
  const sum = { rows: 0, unreadable: 0 }
  for (;;) {
    const from = after
    const step = await withOperator((tx) => table.rewrap(tx, currentMasterKey(), from, batch))
    if (!step) return sum
    sum.rows += step.done
    sum.unreadable += step.unreadable
    after = step.last
    onStep(table.table)
  }
}

const keysInUse = (): Promise<string[]> =>
  withOperator(async (tx) => {
    const names = new Set<string>()
    for (const table of sealedTables) for (const id of await table.keysInUse(tx)) names.add(id)
    return [...names]
  })

/** Removes the files of former keys that no stored row needs; returns those removed and those still needed. */
export async function forgetFormerKeys(): Promise<{ removed: string[]; needed: string[] }> {
  const used = new Set(await keysInUse())
  const former = formerKeyIds()
  const removed = former.filter((id) => !used.has(id))
  for (const id of removed) forgetFormerKey(id)
  return { removed, needed: former.filter((id) => used.has(id)) }
}
