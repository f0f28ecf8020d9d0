import { tokenRoute } from '#lib/api/token-route.ts'
import { deleteRawFile, downloadRawFile } from '#lib/imports/raw-file.ts'

export const GET = tokenRoute('read', { ownBody: true }, ({ scope, id }) => downloadRawFile(scope, id))

export const DELETE = tokenRoute('write', {}, async ({ scope, id }) => {
  await deleteRawFile(scope, { id })
})
