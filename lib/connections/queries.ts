import 'server-only'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { connectionAccounts, connections, consents, syncRuns } from '#db/schema/connections.ts'
import { type Tx, withScope } from '#db/scope.ts'
import { notFound } from '#lib/core/errors.ts'
import { isId } from '#lib/core/ids.ts'
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
  balanceMinor: bigint | null
  balanceAsOf: string | null
}

type Purpose = 'show' | 'alert' | 'assistant'
const purposes: readonly Purpose[] = ['show', 'alert', 'assistant']

export type Consent = {
  id: string
  data: string[]
  purposes: Purpose[]
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
  /** Whether a sync has the lease right now. */
  running: boolean
  createdAt: Date
  disconnectedAt: Date | null
  /** When the bank's own authorisation ends; null when it says nothing. */
  accessEndsAt: Date | null
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
      running: row.leaseHolder !== null && row.leaseExpiresAt !== null && row.leaseExpiresAt > scope.now,
      createdAt: row.createdAt,
      disconnectedAt: row.disconnectedAt,
      accessEndsAt: row.consentExpiresAt,
      consent: consent ? consentOf(consent) : null,
      accounts: shown.filter(({ connectionId }) => connectionId === row.id).map(accountOf),
    }
  })
}

const consentOf = (row: typeof consents.$inferSelect): Consent => ({
  id: row.id,
  data: row.data,
  purposes: purposes.filter((purpose) => row.purposes.includes(purpose)),
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
  balanceMinor: row.balanceMinor,
  balanceAsOf: row.balanceAsOf,
})

/** The history of a login's syncs, newest first; `next` is the id that the following page begins below. */
export const listSyncRuns = (
  scope: Scope,
  connectionId: string,
  page: { limit: number; before?: string | null },
): Promise<{ runs: SyncRun[]; next: string | null }> =>
  withScope(scope, async (tx) => {
    const below = page.before
      ? sql`(${syncRuns.startedAt}, ${syncRuns.id}) < (select started_at, id from sync_runs where household_id = ${scope.householdId} and id = ${page.before})`
      : undefined
    const rows = await tx
      .select()
      .from(syncRuns)
      .where(and(eq(syncRuns.householdId, scope.householdId), eq(syncRuns.connectionId, connectionId), below))
      .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
      .limit(page.limit + 1)
    const runs = rows.slice(0, page.limit).map(({ householdId: _own, ...run }) => run)
    return { runs, next: rows.length > page.limit ? (runs.at(-1)?.id ?? null) : null }
  })
