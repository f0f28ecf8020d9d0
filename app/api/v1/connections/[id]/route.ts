import { connectionBody, disconnectQuery } from '#lib/api/connection-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { disconnect } from '#lib/connections/disconnect.ts'
import { getConnection } from '#lib/connections/queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope, id }) =>
  connectionBody(await getConnection(scope, id)),
)

export const DELETE = tokenRoute('write', { query: disconnectQuery }, ({ scope, id, query }) =>
  disconnect(scope, { id, keepRows: query.rows === 'keep' }),
)
