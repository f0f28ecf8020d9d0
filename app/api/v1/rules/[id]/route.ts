import { rulePatch } from '#lib/api/ledger-schema.ts'
import { ruleBody, sizesOf } from '#lib/api/rule-body.ts'
import { tokenRoute } from '#lib/api/token-route.ts'
import { deleteRule, updateRule } from '#lib/rules/mutations.ts'

export const PATCH = tokenRoute('write', { body: rulePatch }, async ({ scope, id, body }) => {
  const { min, max, ...rest } = body
  return ruleBody(scope, await updateRule(scope, { id, ...rest, ...sizesOf(scope, { min, max }) }))
})

export const DELETE = tokenRoute('write', {}, async ({ scope, id }) => {
  await deleteRule(scope, { id })
})
