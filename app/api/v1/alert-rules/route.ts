import { createAlertRule } from '#lib/alerts/mutations.ts'
import { listAlertRules } from '#lib/alerts/queries.ts'
import { newRuleSchema } from '#lib/alerts/schema.ts'
import { alertRuleBody } from '#lib/api/alert-body.ts'
import { whole } from '#lib/api/list.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const GET = tokenRoute('read', {}, async ({ scope }) =>
  whole((await listAlertRules(scope)).map(alertRuleBody)),
)

export const POST = tokenRoute('write', { body: newRuleSchema, status: 201 }, async ({ scope, body }) =>
  alertRuleBody(await createAlertRule(scope, body)),
)
