import 'server-only'
import type { Scope } from '#lib/core/scope.ts'
import { type ImportInput, type ImportOptions, importStatement } from '#lib/imports/mutations.ts'
import type { ImportReport } from '#lib/imports/types.ts'
import { undoImport } from '#lib/imports/undo.ts'
import { evaluateAlerts } from './evaluate.ts'
import { forgetAlertsOf } from './mutations.ts'

/** Imports a statement and tells of what it brought, in one transaction: for the page, the API and the command line. */
export const importWithAlerts = (
  scope: Scope,
  input: ImportInput,
  options: Omit<ImportOptions, 'afterWrite'> = {},
): Promise<ImportReport> =>
  importStatement(scope, input, {
    ...options,
    afterWrite: async (tx, acting, { importId, accountIds }) => {
      await evaluateAlerts(tx, acting, { importId, accountIds })
    },
  })

/** Takes an import back, and the alerts that it caused with it. */
export const undoWithAlerts = (scope: Scope, id: string): Promise<ImportReport> =>
  undoImport(scope, id, { afterUndo: forgetAlertsOf })
