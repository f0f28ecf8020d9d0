import { importWithAlerts } from '#lib/alerts/import-with-alerts.ts'
import { idempotent } from '#lib/api/idempotency.ts'
import { importBody } from '#lib/api/import-body.ts'
import { listQuery, whole } from '#lib/api/list.ts'
import { withStatement } from '#lib/api/receive-statement.ts'
import { idempotencyKey, respond, tokenRoute } from '#lib/api/token-route.ts'
import { getImport, listImports } from '#lib/imports/queries.ts'

export const GET = tokenRoute('read', { query: listQuery }, async ({ scope, query }) => {
  const recent = await listImports(scope, query.limit)
  return whole(await Promise.all(recent.map(async ({ id }) => importBody(await getImport(scope, id)))))
})

export const POST = tokenRoute('write', { ownBody: true }, ({ scope, request }) =>
  withStatement(request, async (statement) => {
    const { path, fileName, request: asked, hash } = statement
    const answer = await idempotent(
      scope,
      idempotencyKey(request),
      () => hash,
      async () => {
        const report = await importWithAlerts(scope, { path, fileName, ...asked })
        return { status: 201, body: JSON.stringify(importBody(report)) }
      },
    )
    return respond(answer)
  }),
)
