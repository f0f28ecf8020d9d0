import 'server-only'
import { bulk, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'
import { requireCategory } from '#lib/rules/mutations.ts'
import { detachTransfer } from './decide-transfers.ts'
import { readTransaction } from './queries.ts'
import type { EditTransactionsInput, UpdateTransactionInput } from './schema.ts'
import { teach } from './set-category.ts'
import type { Transaction } from './types.ts'

/** AppError conflict when the row is not the one that the person was looking at. */
export function requireVersion(row: Transaction, version: number | undefined): void {
  if (version !== undefined && version !== row.version)
    throw new AppError('conflict', 'The transaction was changed in the meantime.')
}

/**
 * Changes what is given. A category is the user's own choice from then on and teaches the payee. A paired transfer that
 * becomes standard or one-off leaves its pair, which is not proposed again.
 */
export async function updateTransaction(scope: Scope, input: UpdateTransactionInput): Promise<Transaction> {
  return withScope(scope, async (tx) => {
    const before = await readTransaction(tx, scope, input.id)
    requireVersion(before, input.version)
    const { categoryId } = input
    if (categoryId !== undefined && before.isSplit)
      throw new AppError('invalid', 'A split row has the categories of its parts.', {
        messageKey: 'splitHasParts',
      })
    if (categoryId) await requireCategory(tx, scope, categoryId)
    if (categoryId !== undefined) await teach(tx, scope, [before], categoryId)
    const leavesPair = input.kind === 'standard' || input.kind === 'one_off'
    if (before.transfer && leavesPair) await detachTransfer(tx, scope, before, before.transfer)
    await bulk(
      tx,
      `update transactions set payee = coalesce($3, payee),
         category_id = case when $4 then $5::uuid else category_id end,
         category_source = case when $4 then 'user' else category_source end,
         category_confidence = case when $4 then 100 else category_confidence end,
         note = case when $6 then $7 else note end, tags = coalesce($8::text[], tags),
         excluded = coalesce($9, excluded), kind = coalesce($10, kind), edited_at = $11, version = version + 1
       where household_id = $1 and id = $2`,
      [
        scope.householdId,
        input.id,
        input.payee ?? null,
        categoryId !== undefined,
        categoryId ?? null,
        input.note !== undefined,
        input.note || null,
        input.tags ? [...new Set(input.tags)] : null,
        input.excluded ?? null,
        input.kind ?? null,
        scope.now,
      ],
    )
    const { id, version: _version, ...fields } = input
    await recordAudit(
      tx,
      scope,
      'transaction.updated',
      { type: 'transaction', id },
      { fields: Object.keys(fields) },
    )
    return readTransaction(tx, scope, id)
  })
}

/** Tags and exclusion of several rows at once; returns those that were changed, for undo. */
export async function editTransactions(
  scope: Scope,
  input: EditTransactionsInput,
): Promise<{ ids: string[] }> {
  return withScope(scope, async (tx) => {
    const rows = await bulk<{ id: string }>(
      tx,
      `update transactions set excluded = coalesce($3, excluded), edited_at = $6, version = version + 1,
         tags = array(select distinct tag from unnest(tags || $4::text[]) as tag where tag <> all ($5::text[]) order by tag)
       where household_id = $1 and id = any($2::uuid[]) and deleted_at is null
         and ($3::boolean is null or excluded is distinct from $3 or $4::text[] <> '{}' or $5::text[] <> '{}')
       returning id`,
      [
        scope.householdId,
        input.ids,
        input.excluded ?? null,
        input.addTags ?? [],
        input.removeTags ?? [],
        scope.now,
      ],
    )
    await recordAudit(tx, scope, 'transaction.updated', { type: 'transaction' }, { changed: rows.length })
    return { ids: rows.map((row) => row.id) }
  })
}

/** Deletes rows, leaving tombstones so that no statement brings them back; a transfer's other half stays, unpaired. */
export async function deleteTransactions(scope: Scope, input: { ids: string[] }): Promise<{ ids: string[] }> {
  return withScope(scope, async (tx) => {
    const rows = await bulk<{ id: string }>(
      tx,
      `update transactions set deleted_at = $3, version = version + 1
       where household_id = $1 and id = any($2::uuid[]) and deleted_at is null returning id`,
      [scope.householdId, input.ids, scope.now],
    )
    if (rows.length === 0) throw notFound('The transaction')
    const ids = rows.map((row) => row.id)
    await recordAudit(
      tx,
      scope,
      'transaction.deleted',
      { type: 'transaction', id: ids[0] },
      { count: ids.length },
    )
    return { ids }
  })
}

/** Takes a deletion back. */
export async function restoreTransactions(
  scope: Scope,
  input: { ids: string[] },
): Promise<{ ids: string[] }> {
  return withScope(scope, async (tx) => {
    const rows = await bulk<{ id: string }>(
      tx,
      `update transactions set deleted_at = null, version = version + 1
       where household_id = $1 and id = any($2::uuid[]) and deleted_at is not null returning id`,
      [scope.householdId, input.ids],
    )
    if (rows.length === 0) throw notFound('The transaction')
    const ids = rows.map((row) => row.id)
    await recordAudit(
      tx,
      scope,
      'transaction.restored',
      { type: 'transaction', id: ids[0] },
      { count: ids.length },
    )
    return { ids }
  })
}
