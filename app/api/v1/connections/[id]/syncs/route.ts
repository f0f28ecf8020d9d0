import { syncRunBody } from '#lib/api/connection-body.ts'
import { encodeCursor, idOfCursor } from '#lib/api/cursor.ts'
import { pagedQuery } from '#lib/api/list.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { getConnection, listSyncRuns } from '#lib/connections/queries.ts'

export const GET = tokenRoute('read', { query: pagedQuery }, async ({ scope, id, query }) => {
  await getConnection(scope, id)
  const { runs, next } = await listSyncRuns(scope, id, {
    limit: query.limit,
    before: idOfCursor(query.cursor),
  })
  return { data: runs.map(syncRunBody), nextCursor: next ? encodeCursor([next]) : null }
})
