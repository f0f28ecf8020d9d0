import { eq } from 'drizzle-orm'
import { transactions } from '#db/schema/transactions.ts'
import { withScope } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { SimulatedBank } from './simulated-bank.ts'

/** Writes a note of the day on one posted row, as a person does, and remembers it in `noted` by the row's id. */
export async function noteOne(
  scope: Scope,
  bank: SimulatedBank,
  below: (limit: number) => number,
  noted: Map<string, string>,
): Promise<void> {
  const posted = [...bank.rows.values()].filter(({ pending }) => !pending)
  const chosen = posted[below(posted.length || 1)]
  if (!chosen) return
  const note = `noted on ${bank.today}`
  const mine = eq(transactions.externalId, chosen.id)
  const [row] = await withScope(scope, (tx) =>
    tx.update(transactions).set({ note, editedAt: scope.now }).where(mine).returning(),
  )
  if (row) noted.set(row.id, note)
}

/** The ids of rows that no longer have the note a person gave them. */
export async function lostNotes(scope: Scope, noted: ReadonlyMap<string, string>): Promise<string[]> {
  const rows = await withScope(scope, (tx) => tx.select().from(transactions))
  const notes = new Map(rows.map(({ id, note }) => [id, note]))
  return [...noted].filter(([id, note]) => notes.get(id) !== note).map(([id]) => id)
}

export const countRows = async (scope: Scope): Promise<number> =>
  (await withScope(scope, (tx) => tx.select({ id: transactions.id }).from(transactions))).length
