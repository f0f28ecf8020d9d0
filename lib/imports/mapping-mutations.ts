import 'server-only'
import { and, eq } from 'drizzle-orm'
import { importMappings } from '#db/schema/imports.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { notFound } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { Mapping } from './read/csv/mapping.ts'

const own = (scope: Scope, id: string) =>
  and(eq(importMappings.householdId, scope.householdId), eq(importMappings.id, id))

/** Keeps how a layout is read; a later answer for the same layout takes the place of the earlier one. */
export async function rememberMapping(
  tx: Tx,
  scope: Scope,
  as: { signature: string; name: string },
  mapping: Mapping,
): Promise<void> {
  const { householdId } = scope
  await tx
    .delete(importMappings)
    .where(and(eq(importMappings.householdId, householdId), eq(importMappings.signature, as.signature)))
  const id = newId()
  await tx
    .insert(importMappings)
    .values({ householdId, id, ...as, mapping: { ...mapping }, createdAt: scope.now })
  await recordAudit(tx, scope, 'import-mapping.saved', { type: 'import-mapping', id })
}

export async function renameMapping(scope: Scope, input: { id: string; name: string }): Promise<void> {
  return withScope(scope, async (tx) => {
    const renamed = await tx
      .update(importMappings)
      .set({ name: input.name })
      .where(own(scope, input.id))
      .returning({ id: importMappings.id })
    if (renamed.length === 0) throw notFound('The saved reading')
    await recordAudit(tx, scope, 'import-mapping.renamed', { type: 'import-mapping', id: input.id })
  })
}

/** Changes how a saved layout is read from the next file on; rows that are stored stay as they are. Throws `not_found`. */
export async function editMapping(scope: Scope, input: { id: string; mapping: Mapping }): Promise<void> {
  return withScope(scope, async (tx) => {
    const edited = await tx
      .update(importMappings)
      .set({ mapping: { ...input.mapping } })
      .where(own(scope, input.id))
      .returning({ id: importMappings.id })
    if (edited.length === 0) throw notFound('The saved reading')
    await recordAudit(tx, scope, 'import-mapping.edited', { type: 'import-mapping', id: input.id })
  })
}

export async function deleteMapping(scope: Scope, input: { id: string }): Promise<void> {
  return withScope(scope, async (tx) => {
    const deleted = await tx
      .delete(importMappings)
      .where(own(scope, input.id))
      .returning({ id: importMappings.id })
    if (deleted.length === 0) throw notFound('The saved reading')
    await recordAudit(tx, scope, 'import-mapping.deleted', { type: 'import-mapping', id: input.id })
  })
}
