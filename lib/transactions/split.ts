import 'server-only'
import { bulk, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { AppError } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import { parseDecimal } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import { requireCategory } from '#lib/rules/mutations.ts'
import { requireVersion } from './mutations.ts'
import { readTransaction } from './queries.ts'
import type { SplitTransactionInput } from './schema.ts'
import type { Transaction } from './types.ts'

const refuse = (messageKey: string, message: string): AppError =>
  new AppError('invalid', message, { messageKey, errors: [{ path: 'splits', message }] })

function partsOf(row: Transaction, splits: SplitTransactionInput['splits']): bigint[] {
  const minors = splits.map((split) => {
    const parsed = parseDecimal(split.amount, row.amount.currency)
    if (!parsed || parsed.rounded || parsed.minor === 0n)
      throw refuse('splitAmount', 'A part is not an amount of this currency.')
    return parsed.minor
  })
  if (splits.length > 0 && minors.reduce((a, b) => a + b, 0n) !== row.amount.minor)
    throw refuse('splitSum', 'The parts do not add up to the amount.')
  return minors
}

/**
 * Splits a row into parts that sum to it exactly, replaces its parts, or (with none) makes it whole again. A pending row or
 * a transfer cannot be split. Parts change only while `is_split` is false, so that the rollups always match.
 */
export async function splitTransaction(scope: Scope, input: SplitTransactionInput): Promise<Transaction> {
  return withScope(scope, async (tx) => {
    const row = await readTransaction(tx, scope, input.id)
    requireVersion(row, input.version)
    const moves = row.kind !== 'standard' && row.kind !== 'one_off'
    if (row.status === 'pending' || moves || row.transferId)
      throw refuse('splitNotAllowed', 'A pending row or a transfer cannot be split.')
    const minors = partsOf(row, input.splits)
    for (const split of input.splits) if (split.categoryId) await requireCategory(tx, scope, split.categoryId)
    const set = (isSplit: boolean) =>
      bulk(
        tx,
        `update transactions set is_split = $3, edited_at = $4, version = version + $5
         where household_id = $1 and id = $2`,
        [scope.householdId, row.id, isSplit, scope.now, isSplit || input.splits.length === 0 ? 1 : 0],
      )
    await set(false)
    await bulk(tx, 'delete from transaction_splits where household_id = $1 and transaction_id = $2', [
      scope.householdId,
      row.id,
    ])
    if (input.splits.length > 0) {
      await bulk(
        tx,
        `insert into transaction_splits (household_id, id, transaction_id, position, minor, category_id, note)
         select $1, id, $2, position, minor, category_id, note
         from unnest($3::uuid[], $4::bigint[], $5::uuid[], $6::text[]) with ordinality as t(id, minor, category_id, note, position)`,
        [
          scope.householdId,
          row.id,
          input.splits.map(() => newId()),
          minors.map(String),
          input.splits.map((split) => split.categoryId),
          input.splits.map((split) => split.note || null),
        ],
      )
      await set(true)
    }
    await recordAudit(
      tx,
      scope,
      'transaction.split',
      { type: 'transaction', id: row.id },
      { parts: input.splits.length },
    )
    return readTransaction(tx, scope, row.id)
  })
}
