import { deleteAlertRule, updateAlertRule } from '#lib/alerts/mutations.ts'
import { getAlertRule } from '#lib/alerts/queries.ts'
import { rulePatchSchema } from '#lib/alerts/schema.ts'
import { alertRuleBody } from '#lib/api/alert-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'

export const GET = tokenRoute('read', {}, async ({ scope, id }) =>
  alertRuleBody(await getAlertRule(scope, id)),
)

export const PATCH = tokenRoute('write', { body: rulePatchSchema }, async ({ scope, id, body }) =>
  alertRuleBody(await updateAlertRule(scope, id, body)),
)

export const DELETE = tokenRoute('write', {}, ({ scope, id }) => deleteAlertRule(scope, id))
