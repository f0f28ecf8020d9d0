import { undoWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { importBody } from '#lib/api/import-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { getImport } from '#lib/imports/queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope, id }) => importBody(await getImport(scope, id)))

export const DELETE = tokenRoute('write', {}, async ({ scope, id }) =>
  importBody(await undoWithAlerts(scope, id)),
)
