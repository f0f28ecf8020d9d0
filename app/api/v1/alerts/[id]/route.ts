import { setAlertStatus } from '#lib/alerts/mutations.ts'
import { getAlert } from '#lib/alerts/queries.ts'
import { alertPatchSchema } from '#lib/alerts/schema.ts'
import { alertBody } from '#lib/api/alert-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const GET = tokenRoute('read', {}, async ({ scope, id }) => alertBody(await getAlert(scope, id)))

export const PATCH = tokenRoute('write', { body: alertPatchSchema }, async ({ scope, id, body }) =>
  alertBody(await setAlertStatus(scope, { alertId: id, status: body.status })),
)
