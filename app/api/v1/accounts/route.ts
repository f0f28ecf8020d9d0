import { listAccounts } from '#lib/accounts/queries.ts'
import { whole } from '#lib/api/list.ts'
import { accountBody } from '#lib/api/serialise.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const GET = tokenRoute('read', {}, async ({ scope }) =>
  whole((await listAccounts(scope)).map(accountBody)),
)
