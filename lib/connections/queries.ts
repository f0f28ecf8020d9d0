import 'server-only'
import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { connectionAccounts, connections, consents, syncRuns } from '#db/schema/connections.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
import type { Money } from '#lib/core/money.ts'
import type { Scope } from '#lib/core/scope.ts'
import type { ConnectionRow } from './context.ts'

export type ConnectedAccount = {
  providerAccountId: string
  /** Null while the person left it out. */
  accountId: string | null
  name: string
  institution: string | null
  type: string
  last4: string | null
  currency: string
  included: boolean
  balance: Money | null
  balanceAsOf: string | null
}

export type Consent = {
  id: string
  data: string[]
  purposes: string[]
  grantedAt: Date
  expiresAt: Date
}

/** A login as pages and the API see it; nothing of its secret. */
export type Connection = {
  id: string
  provider: string
  institutionId: string | null
  institutionName: string
  state: ConnectionRow['state']
  /** A key under `connections.errors`; `mass_removal` waits for an answer, `consent_expired` for a consent. */
  stateReason: string | null
  stateSince: Date
  staleSince: Date | null
  lastAttemptAt: Date | null
  lastSuccessAt: Date | null
  nextSyncAt: Date | null
  backoffUntil: Date | null
  isSyncing: boolean
  createdAt: Date
  disconnectedAt: Date | null
  /** The one that holds now; null when it was withdrawn or the login was ended. */
  consent: Consent | null
  accounts: ConnectedAccount[]
}

type SyncRunRow = typeof syncRuns.$inferSelect
export type SyncRun = Omit<SyncRunRow, 'householdId'>

/** All logins of the household, the newest first; ended ones only when asked for. */
export const listConnections = (scope: Scope, options: { ended?: boolean } = {}): Promise<Connection[]> =>
  withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(connections)
      .where(eq(connections.householdId, scope.householdId))
      .orderBy(desc(connections.createdAt), desc(connections.id))
    const wanted = rows.filter(({ state }) => options.ended || state !== 'disconnected')
    return complete(tx, scope, wanted)
  })

/** One login, ended or not; throws not_found. */
export const getConnection = (scope: Scope, id: string): Promise<Connection> =>
  withScope(scope, async (tx) => {
    const own = and(eq(connections.householdId, scope.householdId), eq(connections.id, id))
    const rows = isId(id) ? await tx.select().from(connections).where(own) : []
    const [connection] = await complete(tx, scope, rows)
    if (!connection) throw notFound('The connection')
    return connection
  })

async function complete(tx: Tx, scope: Scope, rows: readonly ConnectionRow[]): Promise<Connection[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const shown = await tx
    .select()
    .from(connectionAccounts)
    .where(
      and(
        eq(connectionAccounts.householdId, scope.householdId),
        inArray(connectionAccounts.connectionId, ids),
      ),
    )
    .orderBy(connectionAccounts.name, connectionAccounts.providerAccountId)
  const agreed = await tx
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.householdId, scope.householdId),
        inArray(consents.connectionId, ids),
        isNull(consents.revokedAt),
      ),
    )
    .orderBy(desc(consents.grantedAt))
  return rows.map((row) => {
    const consent = agreed.find(({ connectionId }) => connectionId === row.id)
    return {
      id: row.id,
      provider: row.provider,
      institutionId: row.institutionId,
      institutionName: row.institutionName,
      state: row.state,
      stateReason: row.stateReason,
      stateSince: row.stateSince,
      staleSince: row.staleSince,
      lastAttemptAt: row.lastAttemptAt,
      lastSuccessAt: row.lastSuccessAt,
      nextSyncAt: row.nextSyncAt,
      backoffUntil: row.backoffUntil,
      isSyncing: row.leaseHolder !== null && row.leaseExpiresAt !== null && row.leaseExpiresAt > scope.now,
      createdAt: row.createdAt,
      disconnectedAt: row.disconnectedAt,
      consent: consent ? consentOf(consent) : null,
      accounts: shown.filter(({ connectionId }) => connectionId === row.id).map(accountOf),
    }
  })
}

const consentOf = (row: typeof consents.$inferSelect): Consent => ({
  id: row.id,
  data: row.data,
  purposes: row.purposes,
  grantedAt: row.grantedAt,
  expiresAt: row.expiresAt,
})

const accountOf = (row: typeof connectionAccounts.$inferSelect): ConnectedAccount => ({
  providerAccountId: row.providerAccountId,
  accountId: row.accountId,
  name: row.name,
  institution: row.institution,
  type: row.type,
  last4: row.last4,
  currency: row.currency,
  included: row.included,
  balance: row.balanceMinor === null ? null : { minor: row.balanceMinor, currency: row.currency },
  balanceAsOf: row.balanceAsOf,
})

/** The history of a login's syncs, newest first; `before` is the `startedAt` of the last one seen. */
export const listSyncRuns = (
  scope: Scope,
  connectionId: string,
  page: { limit: number; before?: Date | null },
): Promise<SyncRun[]> =>
  withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(syncRuns)
      .where(
        and(
          eq(syncRuns.householdId, scope.householdId),
          eq(syncRuns.connectionId, connectionId),
          page.before ? lt(syncRuns.startedAt, page.before) : undefined,
        ),
      )
      .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
      .limit(page.limit)
    return rows.map(({ householdId: _own, ...run }) => run)
  })
