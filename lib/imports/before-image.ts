import { importChanges } from '#db/schema/imports.ts'
import type { Tx } from '#db/scope.ts'
import type { Scope } from '#lib/core/scope.ts'

export type ChangedSubject = 'transaction' | 'account' | 'balance'

/** Keeps the state of something before this import changed it, for the undo; null: it did not exist. First state wins. */
export async function recordBefore(
  tx: Tx,
  scope: Scope,
  importId: string,
  subjectType: ChangedSubject,
  subjectId: string,
  before: Record<string, unknown> | null,
): Promise<void> {
  await tx
    .insert(importChanges)
    .values({ householdId: scope.householdId, importId, subjectType, subjectId, before })
    .onConflictDoNothing()
}
