import { cashflowBody, intervalQuery, rangeOf } from '#lib/api/figures.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { cashflow } from '#lib/spending/queries.ts'

export const GET = tokenRoute('read', { query: intervalQuery }, async ({ scope, query }) =>
  cashflowBody(await cashflow(scope, { ...rangeOf(scope, query), interval: query.interval })),
)
