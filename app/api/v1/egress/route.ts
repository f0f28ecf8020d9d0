import { egressBody } from '#lib/api/connection-body.ts'
import { encodeCursor, idOfCursor } from '#lib/api/cursor.ts'
import { pagedQuery } from '#lib/api/list.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { listEgress } from '#lib/privacy/queries.ts'

export const GET = tokenRoute('read', { query: pagedQuery }, async ({ scope, query }) => {
  const { rows, next } = await listEgress(scope, { limit: query.limit, before: idOfCursor(query.cursor) })
  return { data: rows.map(egressBody), nextCursor: next ? encodeCursor([next]) : null }
})
