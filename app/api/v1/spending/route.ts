import { getAccount } from '#lib/accounts/queries.ts'
import { rangeOf, spendingBody, spendingQuery } from '#lib/api/figures.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { spendingBy } from '#lib/spending/queries.ts'

export const GET = tokenRoute('read', { query: spendingQuery }, async ({ scope, query }) => {
  const accountId = query.account ? (await getAccount(scope, query.account)).id : undefined
  return spendingBody(
    await spendingBy(scope, { ...rangeOf(scope, query), accountId, groupBy: query.groupBy }),
  )
})
