import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { connections, syncRuns } from '#db/schema/connections.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { asDate } from '#lib/core/calendar.ts'
import { AppError, notFound } from '#lib/core/errors.ts'
import { isId, newId } from '#lib/core/ids.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { ConnectionRow } from './context.ts'

export type Trigger = 'link' | 'person' | 'schedule' | 'webhook'

/** Longer than a pull may take: only a process that died leaves a lease to run out. */
const leaseMinutes = 12

export const ownConnection = (scope: Scope, id: string) =>
  and(eq(connections.householdId, scope.householdId), eq(connections.id, id))

/** The connection, locked for the rest of the transaction; throws not_found. */
export async function lockConnection(tx: Tx, scope: Scope, id: string): Promise<ConnectionRow> {
  const [row] = isId(id)
    ? await tx.select().from(connections).where(ownConnection(scope, id)).for('update')
    : []
  if (!row) throw notFound('The connection')
  return row
}

export type Lease = { row: ConnectionRow; runId: string }

/** Until when the provider asked to be left alone; what we wait by ourselves does not bind a person. */
async function pauseOf(tx: Tx, scope: Scope, row: ConnectionRow): Promise<Date | null> {
  if (!row.backoffUntil || row.backoffUntil <= scope.now) return null
  const [last] = await tx
    .select({ code: syncRuns.errorCode })
    .from(syncRuns)
    .where(and(eq(syncRuns.householdId, scope.householdId), eq(syncRuns.connectionId, row.id)))
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(1)
  return last?.code === 'rate_limited' ? row.backoffUntil : null
}

/**
 * Takes the lease and begins a run; null when another one has it, an instant when the provider asked for a pause until then. A
 * run that a crash left open is closed.
 */
export const takeLease = (scope: Scope, id: string, trigger: Trigger): Promise<Lease | Date | null> =>
  withScope(scope, async (tx) => {
    const row = await lockConnection(tx, scope, id)
    if (row.state === 'disconnected')
      throw new AppError('conflict', 'The connection was ended.', { messageKey: 'connections.disconnected' })
    if (row.leaseHolder && row.leaseExpiresAt && row.leaseExpiresAt > scope.now) return null
    const pause = await pauseOf(tx, scope, row)
    if (pause) return pause
    const runId = newId()
    await tx
      .update(syncRuns)
      .set({ status: 'failed', phase: 'done', endedAt: scope.now, errorCode: 'interrupted' })
      .where(
        and(
          eq(syncRuns.householdId, scope.householdId),
          eq(syncRuns.connectionId, id),
          eq(syncRuns.status, 'running'),
        ),
      )
    await tx
      .update(connections)
      .set({
        leaseHolder: runId,
        leaseExpiresAt: new Date(scope.now.getTime() + leaseMinutes * 60_000),
        lastAttemptAt: scope.now,
      })
      .where(ownConnection(scope, id))
    await tx.insert(syncRuns).values({
      householdId: scope.householdId,
      id: runId,
      connectionId: id,
      trigger,
      status: 'running',
      phase: 'asking',
      startedAt: scope.now,
    })
    return { row, runId }
  })

/** Makes sure that the lease is still this run's, inside the transaction that writes; throws conflict. */
export async function requireLease(tx: Tx, scope: Scope, { row, runId }: Lease): Promise<ConnectionRow> {
  const current = await lockConnection(tx, scope, row.id)
  if (current.leaseHolder !== runId || current.state === 'disconnected')
    throw new AppError('conflict', 'The sync was overtaken.')
  return current
}

const dayOfRequests = (scope: Scope) => asDate(scope.now.toISOString().slice(0, 10))

export const requestsToday = (row: ConnectionRow, scope: Scope): number =>
  row.requestDay === dayOfRequests(scope) ? row.requestsToday : 0

/** The columns that count requests of the day, UTC, with `count` new ones. */
export const countRequests = (row: ConnectionRow, scope: Scope, count: number) => ({
  requestDay: dayOfRequests(scope),
  requestsToday: requestsToday(row, scope) + count,
})
