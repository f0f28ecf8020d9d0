import { importBody } from '#lib/api/import-body.ts'
import { withStatement } from '#lib/api/receive-statement.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { previewImport } from '#lib/imports/mutations.ts'

export const POST = tokenRoute('write', { ownBody: true }, ({ scope, request }) =>
  withStatement(request, async ({ path, fileName, request: asked }) =>
    importBody(await previewImport(scope, { path, fileName, ...asked })),
  ),
)
