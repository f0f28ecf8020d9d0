import { transactionPatch } from '#lib/api/ledger-schema.ts'
import { transactionBody } from '#lib/api/serialise.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { updateTransaction } from '#lib/transactions/mutations.ts'
import { getTransaction } from '#lib/transactions/queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope, id }) =>
  transactionBody(await getTransaction(scope, id)),
)

export const PATCH = tokenRoute('write', { body: transactionPatch }, async ({ scope, id, body }) =>
  transactionBody(await updateTransaction(scope, { id, ...body })),
)
