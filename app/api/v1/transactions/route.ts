import { checked } from '#lib/api/checked.ts'
import { decodeCursor, encodeCursor } from '#lib/api/cursor.ts'
import { transactionsQuery } from '#lib/api/ledger-schema.ts'
import { transactionBody } from '#lib/api/serialise.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { listDetailed } from '#lib/transactions/details.ts'
import { cursorSchema, transactionFiltersSchema } from '#lib/transactions/schema.ts'

export const GET = tokenRoute('read', { query: transactionsQuery }, async ({ scope, query }) => {
  const { cursor, limit, account, ...rest } = query
  const filters = checked(transactionFiltersSchema, { ...rest, account: account?.split(',') }, 'query')
  const [date, id] = cursor ? decodeCursor(cursor, 2) : []
  const start = cursor ? checked(cursorSchema, { date, id }, 'cursor') : null
  const page = await listDetailed(scope, filters, start, limit)
  const next = page.nextCursor
  return {
    data: page.rows.map(transactionBody),
    nextCursor: next ? encodeCursor([next.date, next.id]) : null,
  }
})
