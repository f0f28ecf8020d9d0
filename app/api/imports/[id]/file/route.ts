import { sessionRoute } from '#lib/auth/route.ts'
import { downloadRawFile } from '#lib/imports/raw-file.ts'

/** The statement file as it was brought, for the person who brought it. */
export const GET = sessionRoute<{ id: string }>((scope, _request, { id }) => downloadRawFile(scope, id))
