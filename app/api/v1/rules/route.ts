import { newRuleBody } from '#lib/api/ledger-schema.ts'
import { whole } from '#lib/api/list.ts'
import { ruleBody, sizesOf } from '#lib/api/rule-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { createRule } from '#lib/rules/mutations.ts'
import { listRules } from '#lib/rules/queries.ts'

export const GET = tokenRoute('read', {}, async ({ scope }) =>
  whole((await listRules(scope)).map((rule) => ruleBody(scope, rule))),
)

export const POST = tokenRoute('write', { body: newRuleBody, status: 201 }, async ({ scope, body }) => {
  const { min, max, ...rest } = body
  const { rule } = await createRule(scope, {
    minMinor: null,
    maxMinor: null,
    ...rest,
    ...sizesOf(scope, { min, max }),
  })
  return ruleBody(scope, rule)
})
