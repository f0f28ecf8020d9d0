import { z } from 'zod'
import { ruleFields, ruleOperators } from './types.ts'

const id = z.uuid()
const minor = z.bigint().min(0n).nullable().default(null)

/** Amounts are minor units of the absolute value. */
export const ruleConditionSchema = z.object({
  field: z.enum(ruleFields),
  operator: z.enum(ruleOperators),
  value: z.string().trim().min(1).max(120),
  accountId: id.nullable().default(null),
  minMinor: minor,
  maxMinor: minor,
})

export const createRuleSchema = ruleConditionSchema.extend({
  categoryId: id,
  /** Also changes the rows that are there and were not categorised by hand. */
  apply: z.boolean().default(false),
})

export const updateRuleSchema = ruleConditionSchema
  .partial()
  .extend({ id, categoryId: id.optional(), enabled: z.boolean().optional() })

export const ruleIdSchema = z.object({ id })
export const reorderRulesSchema = z.object({ ids: z.array(id).max(1_000) })
export const testRuleSchema = z.object({ condition: ruleConditionSchema, categoryId: id.nullable() })

export type RuleConditionInput = z.output<typeof ruleConditionSchema>
export type CreateRuleInput = z.output<typeof createRuleSchema>
export type UpdateRuleInput = z.output<typeof updateRuleSchema>
