import 'server-only'
import { type SyncOptions, type SyncResult, syncConnection } from '#lib/connections/sync.ts'
import type { Scope } from '#lib/core/scope.ts'
import { evaluateAlerts } from './evaluate.ts'
import { tellTrouble } from './trouble-alerts.ts'

/** Syncs a connection and, if that was agreed to, tells of what it brought, in one transaction: for the page, the API, webhooks and the clock. */
export const syncWithAlerts = (
  scope: Scope,
  connectionId: string,
  options: Omit<SyncOptions, 'afterWrite' | 'afterTrouble'>,
): Promise<SyncResult> =>
  syncConnection(scope, connectionId, {
    ...options,
    afterWrite: async (tx, acting, { importId, accountIds }, { purposes }) => {
      if (!purposes.includes('alert')) return
      await evaluateAlerts(tx, acting, { importId, accountIds })
    },
    // A dead login is no datum of the bank: its owner hears of it whatever the consent allows, also when that has run out.
    afterTrouble: async (tx, acting, turned) => {
      await tellTrouble(tx, acting, turned)
    },
  })
