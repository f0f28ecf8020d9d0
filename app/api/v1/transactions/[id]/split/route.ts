import { splitBody } from '#lib/api/ledger-schema.ts'
import { transactionBody } from '#lib/api/serialise.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { splitTransaction } from '#lib/transactions/split.ts'

export const POST = tokenRoute('write', { body: splitBody }, async ({ scope, id, body }) =>
  transactionBody(await splitTransaction(scope, { id, ...body })),
)
