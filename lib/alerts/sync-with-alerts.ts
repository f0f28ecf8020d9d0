import 'server-only'
import { type SyncOptions, type SyncResult, syncConnection } from '#lib/connections/sync.ts'
import type { Scope } from '#lib/core/scope.ts'
import { evaluateAlerts } from './evaluate.ts'

/** Syncs a connection and, if that was agreed to, tells of what it brought, in one transaction: for the page, the API, webhooks and the clock. */
export const syncWithAlerts = (
  scope: Scope,
  connectionId: string,
  options: Omit<SyncOptions, 'afterWrite'>,
): Promise<SyncResult> =>
  syncConnection(scope, connectionId, {
    ...options,
    afterWrite: async (tx, acting, { importId, accountIds }, { purposes }) => {
      if (!purposes.includes('alert')) return
      await evaluateAlerts(tx, acting, { importId, accountIds })
    },
  })
