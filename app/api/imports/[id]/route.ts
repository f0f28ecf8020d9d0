import { undoWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { sessionRoute } from '#lib/auth/route.ts'

/** Takes an import back; says how many rows stay because somebody edited them. */
export const DELETE = sessionRoute<{ id: string }>(async (scope, _request, { id }) => {
  const report = await undoWithAlerts(scope, id)
  return Response.json({ kept: report.kept })
})
