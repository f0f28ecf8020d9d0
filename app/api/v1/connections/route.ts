import { connectionBody } from '#lib/api/connection-body.ts'
import { whole } from '#lib/api/list.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { listConnections } from '#lib/connections/queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope }) =>
  whole((await listConnections(scope)).map(connectionBody)),
)
