import { updateAccount } from '#lib/accounts/mutations.ts'
import { getAccount } from '#lib/accounts/queries.ts'
import { accountPatch } from '#lib/api/ledger-schema.ts'
import { accountBody } from '#lib/api/serialise.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const GET = tokenRoute('read', {}, async ({ scope, id }) => accountBody(await getAccount(scope, id)))

export const PATCH = tokenRoute('write', { body: accountPatch }, async ({ scope, id, body }) =>
  accountBody(await updateAccount(scope, { id, ...body })),
)
