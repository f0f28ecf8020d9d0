import { balanceHistory, getAccount } from '#lib/accounts/queries.ts'
import { rangeOf, rangeQuery } from '#lib/api/figures.ts'
import { whole } from '#lib/api/list.ts'
import { decimalOf } from '#lib/api/serialise.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const GET = tokenRoute('read', { query: rangeQuery }, async ({ scope, id, query }) => {
  const { currency } = await getAccount(scope, id)
  const [history] = await balanceHistory(scope, { ...rangeOf(scope, query), accountIds: [id] })
  const points = history?.points ?? []
  return whole(points.map(({ day, minor }) => ({ date: day, balance: decimalOf(minor, currency), currency })))
})
