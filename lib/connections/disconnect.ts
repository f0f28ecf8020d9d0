import 'server-only'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { connections, consents, syncRuns } from '#db/schema/connections.ts'
import { transactions } from '#db/schema/transactions.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { recordAudit } from '#lib/audit/mutations.ts'
import type { Scope } from '#lib/core/scope.ts'
import { type ConnectionRow, contextOf, secretOfConnection, type World } from './context.ts'
import { lockConnection, ownConnection } from './lease.ts'
import { providerOf } from './providers.ts'
import { releaseAccounts } from './rows/linked-accounts.ts'
import { unpair } from './rows/unpair.ts'
import { sourceOfLogin } from './rows/write-pull.ts'

/** `told`: the provider confirmed that it forgot. Otherwise the person has to withdraw the access there too. */
export type Disconnected = { told: boolean; rowsDeleted: number }

/**
 * Ends a connection in whatever state it is: its key is destroyed first, so that nothing can use it any more, then the
 * provider is asked to forget. Rows stay, or those that only this login brought are deleted for good.
 */
export async function disconnect(
  scope: Scope,
  input: { id: string; keepRows: boolean },
  world?: World,
): Promise<Disconnected> {
  const { before, rowsDeleted } = await withScope(scope, (tx) => end(tx, scope, input))
  const secret = readSecret(scope, before)
  if (!secret) return { told: false, rowsDeleted }
  return { told: await tell(scope, before, secret, world), rowsDeleted }
}

/** A key that cannot be read (lost, already destroyed) must not keep anybody connected. */
function readSecret(scope: Scope, row: ConnectionRow) {
  try {
    return secretOfConnection(scope, row)
  } catch {
    return null
  }
}

type Ended = { before: ConnectionRow; rowsDeleted: number }

/** The row as it was, with the key that is gone from the store now. */
async function end(tx: Tx, scope: Scope, input: { id: string; keepRows: boolean }): Promise<Ended> {
  const row = await lockConnection(tx, scope, input.id)
  await tx
    .update(connections)
    .set({
      state: 'disconnected',
      stateReason: null,
      stateSince: scope.now,
      secret: null,
      secretKey: null,
      secretKeyId: null,
      cursor: null,
      leaseHolder: null,
      leaseExpiresAt: null,
      nextSyncAt: null,
      backoffUntil: null,
      disconnectedAt: row.disconnectedAt ?? scope.now,
    })
    .where(ownConnection(scope, input.id))
  await tx
    .update(consents)
    .set({ revokedAt: scope.now })
    .where(
      and(
        eq(consents.householdId, scope.householdId),
        eq(consents.connectionId, input.id),
        isNull(consents.revokedAt),
      ),
    )
  await tx
    .update(syncRuns)
    .set({ status: 'failed', phase: 'done', endedAt: scope.now, errorCode: 'disconnected' })
    .where(
      and(
        eq(syncRuns.householdId, scope.householdId),
        eq(syncRuns.connectionId, input.id),
        eq(syncRuns.status, 'running'),
      ),
    )
  const deleted = input.keepRows ? 0 : await deleteRows(tx, scope, row)
  await releaseAccounts(tx, scope, input.id)
  const { keepRows } = input
  await recordAudit(
    tx,
    scope,
    'connection.ended',
    { type: 'connection', id: input.id },
    { keepRows, deleted },
  )
  return { before: row, rowsDeleted: deleted }
}

async function deleteRows(tx: Tx, scope: Scope, row: ConnectionRow): Promise<number> {
  const source = sourceOfLogin(row)
  const brought = and(eq(transactions.householdId, scope.householdId), eq(transactions.source, source))
  const halves = await tx
    .selectDistinct({ id: transactions.transferId })
    .from(transactions)
    .where(and(brought, isNotNull(transactions.transferId)))
  await unpair(
    tx,
    scope,
    halves.map(({ id }) => id),
  )
  const gone = await tx.delete(transactions).where(brought).returning({ id: transactions.id })
  const fed = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.householdId, scope.householdId), eq(accounts.connectionId, row.id)))
  for (const { id } of fed) {
    const own = and(eq(transactions.householdId, scope.householdId), eq(transactions.accountId, id))
    const [left] = await tx.select({ id: transactions.id }).from(transactions).where(own).limit(1)
    if (!left)
      await tx.delete(accounts).where(and(eq(accounts.householdId, scope.householdId), eq(accounts.id, id)))
  }
  return gone.length
}

async function tell(
  scope: Scope,
  row: ConnectionRow,
  secret: ReturnType<typeof secretOfConnection>,
  world?: World,
): Promise<boolean> {
  try {
    const provider = providerOf(row.provider)
    const { context } = await contextOf(scope, provider, 'revoke', { connectionId: row.id, secret }, world)
    return await provider.revoke(context)
  } catch {
    return false
  }
}
