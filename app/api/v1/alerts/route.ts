import { listAlerts } from '#lib/alerts/queries.ts'
import { alertBody } from '#lib/api/alert-body.ts'
import { decodeCursor, encodeCursor } from '#lib/api/cursor.ts'
import { alertsQuery } from '#lib/api/list.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const GET = tokenRoute('read', { query: alertsQuery }, async ({ scope, query }) => {
  const before = query.cursor ? (decodeCursor(query.cursor, 1)[0] ?? null) : null
  const { alerts, next } = await listAlerts(scope, { show: query.show, limit: query.limit, before })
  return { data: alerts.map(alertBody), nextCursor: next ? encodeCursor([next]) : null }
})
