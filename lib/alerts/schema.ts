import { z } from 'zod'
import { ruleTypes } from './types.ts'

export const alertIdSchema = z.strictObject({ alertId: z.uuid() })

export const alertsSeenSchema = z.strictObject({ alertIds: z.array(z.uuid()).max(100) })

/** What a PATCH of an alert may say: `seen` also brings a dismissed one back. */
export const alertPatchSchema = z.strictObject({ status: z.enum(['seen', 'dismissed']) })

export const alertStatusSchema = alertIdSchema.extend(alertPatchSchema.shape)

/** Its values are checked by the rule type's own schema. */
const params = z.record(z.string(), z.unknown())

export const newRuleSchema = z.strictObject({
  type: z.enum(ruleTypes),
  params: params.default({}),
  enabled: z.boolean().default(true),
  email: z.boolean().default(true),
})

export const rulePatchSchema = z.strictObject({
  params: params.optional(),
  enabled: z.boolean().optional(),
  email: z.boolean().optional(),
  muted: z.boolean().optional(),
})

export const ruleChangeSchema = rulePatchSchema.extend({ ruleId: z.uuid() })

export const previewSchema = z.strictObject({
  type: z.enum(ruleTypes),
  params: params.default({}),
  days: z.number().int().min(1).max(365).default(90),
})

export type NewRule = z.infer<typeof newRuleSchema>
export type RulePatch = z.infer<typeof rulePatchSchema>
