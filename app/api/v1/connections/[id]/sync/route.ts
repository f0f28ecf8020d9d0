import { syncWithAlerts } from '#lib/alerts/sync-with-alerts.ts'
import { syncBody } from '#lib/api/connection-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const POST = tokenRoute('write', {}, async ({ scope, id }) =>
  syncBody(await syncWithAlerts(scope, id, { trigger: 'person' })),
)
