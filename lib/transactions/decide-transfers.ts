import 'server-only'
import { bulk, type Tx, withScope } from '#db/scope.ts'
import { findAccount } from '#lib/accounts/queries.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import { AppError, assert } from '#lib/core/errors.ts'
import { newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import { kindsOf } from './match-transfers.ts'
import { readTransaction } from './queries.ts'
import type { Transaction } from './types.ts'

const ordered = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])

/** Takes a pair apart and remembers that it is none. */
export async function detachTransfer(
  tx: Tx,
  scope: Scope,
  a: { id: string },
  b: { id: string },
): Promise<void> {
  const [first, second] = ordered(a.id, b.id)
  await bulk(
    tx,
    'insert into rejected_transfers (household_id, a, b) values ($1, $2, $3) on conflict do nothing',
    [scope.householdId, first, second],
  )
  await bulk(
    tx,
    `update transactions set transfer_id = null, kind = 'standard', edited_at = $3, version = version + 1
     where household_id = $1 and id = any($2::uuid[])`,
    [scope.householdId, [first, second], scope.now],
  )
}

/** The user says these two are not a transfer; both count again. Never proposed again. */
export async function rejectTransfer(scope: Scope, input: { id: string }): Promise<{ a: string; b: string }> {
  return withScope(scope, async (tx) => {
    const row = await readTransaction(tx, scope, input.id)
    if (!row.transfer) throw new AppError('invalid', 'This row is not half of a transfer.')
    await detachTransfer(tx, scope, row, row.transfer)
    await recordAudit(
      tx,
      scope,
      'transfer.rejected',
      { type: 'transaction', id: row.id },
      { other: row.transfer.id },
    )
    return { a: row.id, b: row.transfer.id }
  })
}

function checkPair(a: Transaction, b: Transaction): void {
  if (a.transferId || b.transferId)
    throw new AppError('invalid', 'One of the rows is half of another transfer.')
  if (a.isSplit || b.isSplit || a.status === 'pending' || b.status === 'pending')
    throw new AppError('invalid', 'A split or pending row cannot be a transfer.')
  if (a.accountId === b.accountId || a.amount.minor > 0n === b.amount.minor > 0n)
    throw new AppError('invalid', 'A transfer leaves one account and arrives in another.')
}

/** The user says these two rows are one transfer; also takes a rejection back. The destination's type decides the kind. */
export async function confirmTransfer(scope: Scope, input: { a: string; b: string }): Promise<Transaction> {
  return withScope(scope, async (tx) => {
    const rows = [await readTransaction(tx, scope, input.a), await readTransaction(tx, scope, input.b)]
    const out = rows.find((row) => row.amount.minor < 0n)
    const into = rows.find((row) => row.amount.minor > 0n)
    const [a, b] = rows
    assert(a && b, 'both rows were read')
    checkPair(a, b)
    assert(out && into, 'the signs differ')
    const kinds = kindsOf((await findAccount(tx, scope, into.accountId)).type)
    const [first, second] = ordered(a.id, b.id)
    await bulk(tx, 'delete from rejected_transfers where household_id = $1 and a = $2 and b = $3', [
      scope.householdId,
      first,
      second,
    ])
    await bulk(
      tx,
      `update transactions t set transfer_id = $2, kind = p.kind, edited_at = $5, version = version + 1
       from unnest($3::uuid[], $4::text[]) as p(id, kind) where t.household_id = $1 and t.id = p.id`,
      [scope.householdId, newId(), [out.id, into.id], [kinds.out, kinds.into], scope.now],
    )
    await recordAudit(tx, scope, 'transfer.confirmed', { type: 'transaction', id: a.id }, { other: b.id })
    return readTransaction(tx, scope, input.a)
  })
}
