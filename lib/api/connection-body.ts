import { z } from 'zod'
import type { Connection, SyncRun } from '#lib/connections/queries.ts'
import type { SyncResult } from '#lib/connections/sync.ts'
import type { EgressRow } from '#lib/privacy/queries.ts'
import { decimalOf, instantOf } from './serialise.ts'

export const disconnectQuery = z.strictObject({
  rows: z.enum(['keep', 'delete']).default('keep').describe('What happens to the rows it brought.'),
})

/** A login to a provider; nothing of its secret. */
export const connectionBody = (connection: Connection) => ({
  id: connection.id,
  provider: connection.provider,
  institution: connection.institutionName,
  state: connection.state,
  stateReason: connection.stateReason,
  stateSince: instantOf(connection.stateSince),
  staleSince: instantOf(connection.staleSince),
  syncing: connection.running,
  lastAttemptAt: instantOf(connection.lastAttemptAt),
  lastSuccessAt: instantOf(connection.lastSuccessAt),
  nextSyncAt: instantOf(connection.nextSyncAt),
  createdAt: instantOf(connection.createdAt),
  consent: connection.consent && {
    id: connection.consent.id,
    data: connection.consent.data,
    purposes: connection.consent.purposes,
    grantedAt: instantOf(connection.consent.grantedAt),
    expiresAt: instantOf(connection.consent.expiresAt),
  },
  accounts: connection.accounts.map((account) => ({
    accountId: account.accountId,
    name: account.name,
    type: account.type,
    last4: account.last4,
    currency: account.currency,
    included: account.included,
    balance: account.balanceMinor === null ? null : decimalOf(account.balanceMinor, account.currency),
    balanceAsOf: account.balanceAsOf,
  })),
})

export const syncRunBody = (run: SyncRun) => ({
  id: run.id,
  trigger: run.trigger,
  status: run.status,
  startedAt: instantOf(run.startedAt),
  endedAt: instantOf(run.endedAt),
  seen: run.rowsSeen,
  added: run.added,
  modified: run.modified,
  removed: run.removed,
  requests: run.requests,
  error: run.errorCode,
})

/** What became of a sync that was asked for; a failure at the provider is an answer, not an error. */
export const syncBody = (result: SyncResult) => ({
  status: result.status,
  runId: 'runId' in result ? result.runId : null,
  added: 'added' in result ? result.added : 0,
  modified: 'modified' in result ? result.modified : 0,
  removed: 'removed' in result ? result.removed : 0,
  error: 'code' in result ? result.code : null,
  retryAt: 'until' in result ? instantOf(result.until) : null,
})

export const egressBody = (row: EgressRow) => ({
  id: row.id,
  at: instantOf(row.at),
  endedAt: instantOf(row.endedAt),
  host: row.host,
  purpose: row.purpose,
  method: row.method,
  fields: row.fields,
  bytesOut: row.bytesOut,
  bytesIn: row.bytesIn,
  status: row.status,
  outcome: row.outcome,
  connectionId: row.connectionId,
  consentId: row.consentId,
})
