import { backtest } from '#lib/alerts/backtest.ts'
import { previewSchema } from '#lib/alerts/schema.ts'
import { backtestBody } from '#lib/api/alert-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const POST = tokenRoute('read', { body: previewSchema }, async ({ scope, body }) =>
  backtestBody(await backtest(scope, { type: body.type, params: body.params }, body.days)),
)
