import { intervalQuery, netWorthBody, rangeOf } from '#lib/api/figures.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { netWorth } from '#lib/spending/queries.ts'

export const GET = tokenRoute('read', { query: intervalQuery }, async ({ scope, query }) =>
  netWorthBody(await netWorth(scope, { ...rangeOf(scope, query), interval: query.interval })),
)
